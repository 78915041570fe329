#include "report/identity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <unordered_map>

namespace rolecall {

std::vector<Identity> identities(std::span<const Judgement> judgements) {
  std::vector<Identity> out;
  std::unordered_map<std::string_view, std::size_t> seen;
  for (const Judgement& judgement : judgements) {
    const std::size_t first = out.size();
    std::unordered_map<std::string_view, std::size_t> at;
    for (const Finding& finding : judgement.findings) {
      const std::size_t number = ++seen[finding.fingerprint];
      at.emplace(finding.fingerprint, out.size());
      out.push_back({number == 1
                         ? finding.fingerprint
                         : digest(fmt::format("{}\ndescription {}", finding.fingerprint, number)),
                     {}});
    }
    for (std::size_t i = 0; i < judgement.findings.size(); ++i) {
      const std::string& cause = judgement.findings[i].cause;
      if (cause.empty()) continue;
      const auto known = at.find(cause);
      out[first + i].cause = known == at.end() ? cause : out[known->second].fingerprint;
    }
  }
  return out;
}

std::vector<Reported> reported(std::span<const Judgement> judgements) {
  std::vector<Reported> out;
  const std::vector<Identity> all = identities(judgements);
  std::size_t next = 0;
  for (const Judgement& judgement : judgements) {
    for (const Finding& finding : judgement.findings) {
      const Identity& identity = all[next++];
      if (!finding.waived) out.push_back({&judgement, &finding, identity});
    }
  }
  return out;
}

std::string relative_name(const std::string& name, std::string_view folder) {
  const std::filesystem::path path = std::filesystem::path(name).lexically_normal();
  if (!path.is_absolute() || folder.empty()) return path.generic_string();
  const auto relative = path.lexically_relative(std::filesystem::path(folder).lexically_normal());
  const bool within = !relative.empty() && *relative.begin() != "..";
  return (within ? relative : path).generic_string();
}

std::string uri(const std::string& path) {
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").contains(c);
    if (plain) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
  }
  return out;
}

}  // namespace rolecall
