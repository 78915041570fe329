#include "model/text/finding.hpp"

#include <cassert>

namespace rolecall {

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return {};
}

namespace {

std::string_view name(Subject::Kind kind) {
  switch (kind) {
    case Subject::Kind::duty:
      return "duty";
    case Subject::Kind::position:
      return "position";
    case Subject::Kind::team:
      return "team";
    case Subject::Kind::person:
      return "person";
    case Subject::Kind::role:
      return "role";
    case Subject::Kind::body:
      return "body";
    case Subject::Kind::company:
      return "company";
    case Subject::Kind::reference:
      return "reference";
  }
  return {};
}

}  // namespace

std::string Subject::text() const {
  std::string out(name(kind));
  out += ':';
  out += id;
  return out;
}

Finding::Finding(std::string_view check_id, std::string what, Span primary,
                 std::string primary_text)
    : check(check_id), message(std::move(what)) {
  assert(primary && "a finding has a place");
  labels.push_back({primary, std::move(primary_text)});
}

Finding&& Finding::about(Subject subject) && {
  add_subject(std::move(subject));
  return std::move(*this);
}

Finding&& Finding::label(Span span, std::string text) && {
  add_label(span, std::move(text));
  return std::move(*this);
}

Finding&& Finding::note(std::string text) && {
  notes.push_back(std::move(text));
  return std::move(*this);
}

Finding&& Finding::help(std::string text) && {
  help_text = std::move(text);
  return std::move(*this);
}

void Finding::add_label(Span span, std::string text) {
  if (span) labels.push_back({span, std::move(text)});
}

}  // namespace rolecall
