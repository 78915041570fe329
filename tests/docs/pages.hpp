#pragma once
// The pages of docs/ as texts.

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace rolecall::test {

/// A page by its path from the top of the checkout.
inline std::string page(const std::string& path) {
  std::ifstream file(std::string(ROLECALL_SOURCE_DIR "/") + path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

/// What stands in the blocks that a page marks as TOML.
inline std::vector<std::string> toml_blocks(const std::string& text) {
  std::vector<std::string> out;
  const std::string open = "```toml\n";
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    at += open.size();
    const std::size_t end = text.find("```", at);
    out.push_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

}  // namespace rolecall::test
