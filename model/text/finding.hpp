#pragma once
// What a run has to say: findings about subjects, at places in the text. A finding is an atom: one
// thing that can be mended, waived and followed by itself. Groups of them are made last, for people.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "model/text/fix.hpp"
#include "model/text/span.hpp"

namespace rolecall {

enum class Severity { note, warning, error };

std::string_view name(Severity severity);

/// What a finding is about, written `duty:<id>`, `position:<id>`, `team:<id>`, `person:<name>`,
/// `role:<role>`, `body:<id>`, `company:<name>` or, for what has no id, `reference:<text>`.
struct Subject {
  enum class Kind { duty, position, team, person, role, body, company, reference };

  /// What a subject is to its finding. A finding is the same one in another state of the
  /// description where all that it is about is the same, and no party has come to it.
  enum class Part {
    about,    ///< without it, it would be another finding
    party,    ///< one of those who clash or share: fewer of them are the same finding
    related,  ///< who would mend it, who stands near: says nothing of which finding it is
  };

  Kind kind;
  std::string id;
  Part part = Part::about;

  std::string text() const;

  /// The part does not count: one thing is the same whatever it is to a finding.
  friend bool operator==(const Subject& a, const Subject& b) {
    return a.kind == b.kind && a.id == b.id;
  }
  friend auto operator<=>(const Subject& a, const Subject& b) {
    return std::tie(a.kind, a.id) <=> std::tie(b.kind, b.id);
  }
};

/// A place in the text and what is to be said there.
struct Label {
  Span span;
  std::string text;
};

/// Most labels that a finding carries beside the primary one.
inline constexpr std::size_t max_labels = 8;

/// How atoms with one cause are told to people: as one entry.
struct Grouping {
  std::string key;      ///< atoms of one check with the same key make one group
  std::string message;  ///< of several atoms; the first `{}` stands for "5 duties"
  std::string help{};   ///< of several atoms; empty: the help of the first
  std::size_t all = 0;  ///< where not 0, `{}` is "5 of the 12 duties" or "any of the 12 duties"
  std::string_view one = "duty";  ///< what an atom is counted as; must outlive it (literals)
  std::string_view many = "duties";
};

/// One thing that is wrong or worth knowing. `labels[0]` is the primary place; the others show
/// the rest of the proof. A finding without a place cannot be built.
class Finding {
 public:
  /// `check` is the id of the check that found it and must outlive the finding (a literal).
  Finding(std::string_view check, std::string message, Span primary, std::string primary_text = {});

  Finding&& about(Subject subject) &&;
  Finding&& label(Span span, std::string text) &&;  ///< left out where the span is no place
  Finding&& note(std::string text) &&;
  Finding&& help(std::string text) &&;

  void add_subject(Subject subject) { subjects.push_back(std::move(subject)); }
  void add_party(Subject subject) { add(std::move(subject), Subject::Part::party); }
  void add_related(Subject subject) { add(std::move(subject), Subject::Part::related); }
  void add_label(Span span, std::string text);

  const Span& place() const { return labels.front().span; }

  std::string_view check;
  /// Set by the run from the check's default. A check may lower it before, where one case is
  /// milder.
  Severity severity = Severity::error;
  std::string message;
  std::vector<Subject> subjects;
  std::vector<Label> labels;
  std::vector<std::string> notes;
  std::string help_text;
  std::optional<Grouping> grouping{};
  std::optional<std::int64_t> number{};  ///< how bad it is, where that is a number: more is worse
  std::vector<Fix> fixes{};              ///< the best first
  std::string fingerprint{};  ///< what it is whatever its place and its number; set by the run
  /// The fingerprint of the finding that it follows from: when that is mended, this goes, too.
  /// Empty: it has a cause of its own. Set by the run.
  std::string cause{};
  /// Of an entry of a report: what follows from it, "20 duties are held on paper only ...".
  std::vector<std::string> follows{};
  bool waived = false;  ///< accepted by a waiver: counted apart, without effect on the exit status
  bool firm = false;    ///< its check may hide others, so that nothing leaves it out; set by the run

 private:
  void add(Subject subject, Subject::Part part) {
    subject.part = part;
    subjects.push_back(std::move(subject));
  }
};

using Findings = std::vector<Finding>;

}  // namespace rolecall
