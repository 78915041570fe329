#pragma once
// `check --write-waivers`: what is found is accepted, in writing.

#include <expected>
#include <string>

#include "cli/check.hpp"
#include "cli/files.hpp"
#include "model/verdict/judgement.hpp"

namespace rolecall {

/// Appends waivers for the findings of a judgement to its description, or to the file
/// `command.waivers_into`, which it must include. Returns what was done, a sentence; the file is
/// untouched where there is nothing to write, or where it changed since it was judged.
std::expected<std::string, Trouble> write_waivers(const CheckCommand& command,
                                                  const Judgement& judgement);

}  // namespace rolecall
