#pragma once
// What to do first about what was found.

#include <span>
#include <string>

#include "model/verdict/judgement.hpp"

namespace rolecall {

/// "next: `rolecall fix acme.toml`: 3 findings have a fix that needs no decision", or the help of
/// the most important entry with its place; empty where there is nothing but notes. Without the end
/// of the line.
std::string next_step(std::span<const Judgement> judgements);

}  // namespace rolecall
