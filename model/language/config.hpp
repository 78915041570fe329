#pragma once
// `rolecall.toml`: what holds for all descriptions of a folder.

#include <string>
#include <vector>

#include "model/language/document.hpp"
#include "model/language/language.hpp"
#include "model/text/finding.hpp"
#include "model/text/source.hpp"

namespace rolecall {

/// What a configuration says. Spans lie in its own list of texts.
struct ConfigDecl {
  Text extends;  ///< another configuration, which holds where this one says nothing
  Text required_version;
  Text profile;
  Texts catalogues;
  Texts output;
  Text fail_on;                       ///< a severity
  std::vector<SettingDecl> settings;  ///< `[checks]`
};

template <>
Fields<ConfigDecl> fields();

/// A configuration with those that it extends.
struct Config {
  std::vector<SourceText> texts;  ///< the nearest first
  ConfigDecl says;
};

/// Reads one file. `file` is the index of `text` among the configuration's texts.
ConfigDecl read_config(const SourceText& text, std::uint32_t file, Findings& findings);

/// Takes over what `base` says and `config` does not.
void extend(ConfigDecl& config, ConfigDecl base);

/// Gives a description what its configuration says and it does not. The configuration's texts are
/// added to `sources`, so that findings in them have a place.
void apply(const Config& config, Document& document, Sources& sources);

}  // namespace rolecall
