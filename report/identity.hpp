#pragma once
// Findings and files as reports name them: the same ones in every format.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/meaning.hpp"
#include "model/verdict/judgement.hpp"

namespace rolecall {

/// What a finding is and what it follows from, in all formats.
struct Identity {
  std::string fingerprint;
  std::string cause;  ///< the fingerprint of another finding; empty: it has a cause of its own
};

/// Those of all findings, in their order. Where the descriptions of a run have equal fingerprints,
/// as a proposal and its base do, the later ones are numbered. Unique, but for chance.
std::vector<Identity> identities(std::span<const Judgement> judgements);

/// A finding to be reported, with what identifies it. Waived ones are left out.
struct Reported {
  const Judgement* judgement;
  const Finding* finding;
  Identity identity;
};
std::vector<Reported> reported(std::span<const Judgement> judgements);

/// A file's name relative to a folder where it lies within, with forward slashes and without `./`.
std::string relative_name(const std::string& name, std::string_view folder);

/// A path as a URI reference: bytes other than letters, digits and `-._~/` are percent-encoded.
std::string uri(const std::string& path);

}  // namespace rolecall
