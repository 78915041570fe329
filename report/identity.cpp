#include "report/identity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace rolecall {

std::string digest(const std::string& text) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211U;
  }
  return fmt::format("{:016x}", hash);
}

std::vector<std::string> fingerprints(std::span<const Judgement> judgements) {
  std::vector<std::string> out;
  std::map<std::string, std::size_t> seen;
  for (const Judgement& judgement : judgements) {
    for (const Finding& finding : judgement.findings) {
      std::string text = judgement.sources.of(finding.place()).name() + '\n' + meaning(finding);
      const std::size_t number = ++seen[text];
      if (number > 1) text += fmt::format("\n{}", number);
      out.push_back(digest(text));
    }
  }
  return out;
}

std::vector<Reported> reported(std::span<const Judgement> judgements) {
  std::vector<Reported> out;
  const std::vector<std::string> all = fingerprints(judgements);
  std::size_t next = 0;
  for (const Judgement& judgement : judgements) {
    for (const Finding& finding : judgement.findings) {
      const std::string& fingerprint = all[next++];
      if (!finding.waived) out.push_back({&judgement, &finding, fingerprint});
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
