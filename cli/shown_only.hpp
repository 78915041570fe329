#pragma once
// A report may leave out what is not loud enough.

#include <vector>

#include "model/verdict/judgement.hpp"

namespace rolecall {

/// Takes findings that are less loud than `least` out of judgements, for as long as this lives.
class ShownOnly {
 public:
  ShownOnly(std::vector<Judgement>& judgements, Severity least);
  ~ShownOnly();
  ShownOnly(const ShownOnly&) = delete;
  ShownOnly& operator=(const ShownOnly&) = delete;

 private:
  std::vector<Judgement>& judgements_;
  std::vector<Findings> all_;  ///< of each judgement; empty where all are shown
};

}  // namespace rolecall
