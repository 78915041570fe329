#pragma once
// What a finding is beyond its place: the same finding after lines have moved.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/meaning.hpp"
#include "model/verdict/judgement.hpp"

namespace rolecall {

/// A digest of a text in 16 hexadecimal digits (FNV-1a with 64 bits).
std::string digest(const std::string& text);

/// One digest a finding over all judgements, in their order: of the file, the meaning, and for a
/// meaning that comes again its number. Unique, but for chance.
std::vector<std::string> fingerprints(std::span<const Judgement> judgements);

/// A finding to be reported, with what identifies it. Waived ones are left out.
struct Reported {
  const Judgement* judgement;
  const Finding* finding;
  std::string fingerprint;
};
std::vector<Reported> reported(std::span<const Judgement> judgements);

/// A file's name relative to a folder where it lies within, with forward slashes and without `./`.
std::string relative_name(const std::string& name, std::string_view folder);

/// A path as a URI reference: bytes other than letters, digits and `-._~/` are percent-encoded.
std::string uri(const std::string& path);

}  // namespace rolecall
