#include "cli/github_job.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace rolecall {
namespace {

constexpr std::size_t longest_summary = 1024 * 1024;  // of a step; beyond it none is shown
constexpr std::size_t most_in_summary = 5000;

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : std::string(value);
}

}  // namespace

bool tell_github(std::span<const Judgement> judgements, const std::vector<Output>& outputs,
                 const Handles& handles) {
  if (variable("GITHUB_ACTIONS") != "true") return true;
  const auto reported = [&](std::string_view id) {
    return std::ranges::any_of(outputs,
                               [&](const Output& output) { return output.format->id == id; });
  };
  const FormatOptions options = format_options(false);
  if (!reported("github")) {
    static_cast<void>(write_all(handles.err, find_format("github")->write(judgements, options)));
  }
  const std::string path = variable("GITHUB_STEP_SUMMARY");
  if (path.empty()) return true;
  FormatOptions all = options;
  all.most_findings = most_in_summary;
  std::string summary = find_format("markdown")->write(judgements, all);
  if (summary.size() > longest_summary) {
    summary = find_format("markdown")->write(judgements, options);
  }
  if (summary.size() > longest_summary) return true;
  // Other steps of the job write to the same file, so it is added to.
  if (const auto written = append_file(path, summary); !written) {
    complain(handles, written.error().what);
    return false;
  }
  return true;
}

}  // namespace rolecall
