#pragma once
// `rolecall.toml`: found beside or above a description, or named by `--config`.

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "cli/files.hpp"
#include "model/language/config.hpp"

namespace rolecall {

/// What a configuration is called; no description can have this name.
inline constexpr std::string_view config_name = "rolecall.toml";

/// What the command line says of configurations.
struct ConfigChoice {
  std::string file;       ///< to use, wherever the description is; empty: it is looked for
  bool isolated = false;  ///< none is used
};

/// The configuration of a description: the nearest `rolecall.toml` from its folder upwards, as far
/// as a folder with `.git`, with those that it extends. Without texts where there is none. Unless
/// the user named it, it may not lead out of its repository, or out of its folder where that is in
/// none; nor may what it extends. The trouble names the place of what is wrong.
std::expected<Config, Trouble> find_config(const std::string& path, const ConfigChoice& choice);

/// What is wrong with a description that has the name of the configuration.
std::string misnamed_description(std::string_view file);

/// Where a configuration of a description may be, from the nearest upwards.
std::vector<std::string> config_places(const std::string& path);

/// Every value that is set, with the place that sets it.
std::string text_of(const Config& config);

}  // namespace rolecall
