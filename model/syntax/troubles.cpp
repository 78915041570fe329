#include "model/syntax/troubles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/syntax/characters.hpp"
#include "model/syntax/scalars.hpp"
#include "model/text/letters.hpp"
#include "model/text/text.hpp"

namespace rolecall::syntax {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

/// Whether a word is digits with a few marks, so that it was meant for a number or a date.
bool looks_like_number(std::string_view word) {
  return (is_digit(word[0]) || word[0] == '-' || word[0] == '+' || word[0] == '.') &&
         word.find_first_not_of("0123456789+-_.:/TZtz") == std::string_view::npos;
}

}  // namespace

void Troubles::add(Error error) {
  if (tree_.errors.size() >= max_errors) {
    ++tree_.untold;
    return;
  }
  tree_.errors.push_back(std::move(error));
}

void Troubles::in_string(const StringToken& token, std::uint32_t begin) {
  const std::uint32_t from = token.fault_begin;
  const std::uint32_t to = token.fault_end;
  const std::string shown = quoted(text(from, to));
  switch (token.fault) {
    case StringFault::none:
      return;
    case StringFault::unclosed:
      unclosed_string(begin, token.end, token.end, false);
      return;
    case StringFault::unknown_escape:
      add({from,
           to,
           fmt::format("{} means nothing in a string", shown),
           "no such escape",
           {},
           Replacement{from, from, "\\", "write a backslash as `\\\\`"}});
      return;
    case StringFault::bad_code:
      add({from, to, fmt::format("{} is no character", shown), "no code of a character",
           "write `\\u` and four hexadecimal digits, such as `\\u00E9`"});
      return;
    case StringFault::space_after_slash:
      add({from,
           to,
           "a backslash at the end of a line is followed by more text",
           "must be the last of its line",
           {},
           Replacement{from, from, "\\", "write a backslash as `\\\\`"}});
      return;
    case StringFault::control:
      add({from, to,
           fmt::format("a string holds the control character U+{:04X}",
                       static_cast<unsigned>(static_cast<unsigned char>(tree_.text[from]))),
           "cannot stand here", "take it out"});
      return;
  }
}

void Troubles::unclosed_string(std::uint32_t begin, std::uint32_t end, std::uint32_t close,
                               bool sure) {
  const bool several =
      text(begin, end).starts_with("\"\"\"") || text(begin, end).starts_with("'''");
  const std::string mark(several ? 3 : 1, tree_.text[begin]);
  Error error{begin,
              end,
              "a string is not closed",
              fmt::format("begins here, and has no closing {}", several ? "quotes" : "quote"),
              {},
              Replacement{close, close, mark, "close the string", sure}};
  if (several) {
    error.end = begin + 3;
    error.repair.reset();
    error.help = fmt::format("write `{}` where it ends", mark);
  }
  add(std::move(error));
}

void Troubles::no_value(std::uint32_t begin, std::uint32_t end) {
  const std::string_view word = text(begin, end);
  const std::string small = in_small_letters(word);
  Error error{begin, end, fmt::format("{} is no value", quoted(word)), "not in quotes", {}};
  const auto becomes = [&](std::string written) {
    const std::string title = fmt::format("write `{}`", written);
    error.repair = Replacement{begin, end, std::move(written), title, true};
  };
  if (is_one_of(small, {"true", "yes"}) || is_one_of(small, {"false", "no"})) {
    error.label = "not as TOML writes it";
    becomes(is_one_of(small, {"true", "yes"}) ? "true" : "false");
  } else if (is_one_of(small, {"null", "nil", "undefined"})) {
    error.message = fmt::format("{} is no value: what is not known is left out", quoted(word));
    error.label = "there is no such value";
    error.help = "leave the key out";
  } else if (is_quote(word.back()) && word.find(word.back()) == word.size() - 1) {
    error.message = "a string has no opening quote";
    error.label = "begins without a quote";
    error.repair = Replacement{begin, begin, std::string(1, word.back()), "open the string", true};
  } else if (looks_like_number(word)) {
    error.message = fmt::format("{} is neither a number nor a date", quoted(word));
    error.label = "cannot be read";
    error.help = "write a number as `1200`, a date as `2027-03-31`, and a text in quotes";
  } else {
    becomes(quoted_string(word));
    error.repair->title = fmt::format("put it in quotes: `{}`", error.repair->text);
  }
  add(std::move(error));
}

void Troubles::clash(const Clash& clash, NodeId part, bool header) {
  const Node& node = tree_[part];
  const std::string name = quoted(unquoted(text(node.begin, node.end)));
  const auto before = tree_.text.substr(0, tree_[clash.first].begin);
  const auto line = 1 + std::ranges::count(before, '\n');
  Error error{node.begin, node.end, {}, "said again", {}};
  switch (clash.why) {
    case Clash::Why::said_before:
      error.message = header
                          ? fmt::format("the table {} stands twice, first in line {}", name, line)
                          : fmt::format("the key {} stands twice, first in line {}", name, line);
      error.help = header ? "put all keys of the table below one header" : "keep one of them";
      break;
    case Clash::Why::closed:
      error.message =
          fmt::format("{} is closed: line {} has written all of it in braces", name, line);
      error.label = "adds to a table in braces";
      error.help = "write the keys within the braces";
      break;
    case Clash::Why::not_a_table:
      error.message = fmt::format("{} is a value in line {}, not a table", name, line);
      error.label = "is no table";
      error.help = "give one of them another name";
      break;
    case Clash::Why::list_of_tables:
      error.message = fmt::format("{} is written with other brackets in line {}", name, line);
      error.label = "one table there, a list of tables here, or the other way round";
      error.help = "write the same brackets everywhere";
      break;
    case Clash::Why::own_header:
      error.message = fmt::format("{} has a header of its own in line {}", name, line);
      error.label = "adds to it from elsewhere";
      error.help = "put the key below that header";
      break;
  }
  add(std::move(error));
}

}  // namespace rolecall::syntax
