#include "model/language/value_reader.hpp"

#include <fmt/format.h>

#include <cstdint>

#include "model/syntax/tree.hpp"
#include "model/text/date.hpp"
#include "model/text/text.hpp"

namespace rolecall::reading {

using syntax::Key;
using syntax::Table;
using syntax::Type;
using syntax::Value;

std::string_view kind_of(const Value& value) {
  switch (value.type()) {
    case Type::table:
      return "a table";
    case Type::list:
      return "a list";
    case Type::text:
      return "a string";
    case Type::integer:
      return "a whole number";
    case Type::floating:
      return "a decimal number";
    case Type::boolean:
      return "true or false";
    case Type::date:
      return "a date";
    case Type::time:
      return "a time";
    case Type::date_time:
      return "a date with a time";
  }
  return "nothing";
}

namespace {

/// Whether a text can stand in a sentence as it is.
bool is_short(std::string_view text) {
  return text.size() <= 64 && text.find_first_of("`\"\\\n") == std::string_view::npos;
}

/// What to write where one text is meant.
std::string help_for(std::string_view key, const Value& value) {
  if (const auto list = value.list()) {
    for (const Value& element : *list) {
      if (const auto text = element.text(); text && is_short(*text)) {
        return fmt::format("write one of them: `{} = \"{}\"`", key, plain(*text));
      }
    }
    return fmt::format("write one text: `{} = \"...\"`", key);
  }
  if (value.type() == Type::table) {
    return fmt::format("write `{} = \"...\"`, without a table", key);
  }
  return "put it in quotes";
}

}  // namespace

bool KeysOf::contain(std::string_view key) {
  if (!keys_) {
    keys_.emplace();
    for (const auto& [each, value] : table_) keys_->insert(each.text);
  }
  return keys_->contains(key);
}

void ValueReader::wrong_shape(std::string message, const Value& value, std::string help) {
  errors_->wrong_type(std::move(message), span(value), kind_of(value), std::move(help));
}

void ValueReader::read_value(std::string_view key, const Value& value, Allowed allowed, Text& out,
                             std::string_view) {
  read_text(key, value, allowed, out);
}

void ValueReader::read_value(std::string_view key, const Value& value, Allowed allowed, Texts& out,
                             std::string_view) {
  const auto read_one = [&](const Value& element) {
    Text text;
    if (read_text(key, element, allowed, text)) out.push_back(std::move(text));
  };
  out.span = span(value);
  if (const auto list = value.list()) {
    for (const Value& element : *list) {
      if (errors_->enough()) return;
      read_one(element);
    }
  } else {
    read_one(value);
  }
}

void ValueReader::read_value(std::string_view key, const Value& value, Allowed, WrittenDate& out,
                             std::string_view) {
  if (const auto date = value.date()) {
    out = {*date, span(value)};
    return;
  }
  std::string message = fmt::format("`{}` must be a date", key);
  const auto text = value.text();
  const auto date = text ? parse_date(*text) : std::nullopt;
  if (!date) {
    wrong_shape(std::move(message), value, "write it as 2027-03-31, without quotes");
    return;
  }
  errors_->miswritten(std::move(message), span(value), kind_of(value),
                      fmt::format("write it without quotes: `{} = {}`", key, to_string(*date)),
                      "take the quotes away", to_string(*date));
  out = {*date, span(value)};
}

void ValueReader::read_value(std::string_view key, const Value& value, Allowed, WrittenInt& out,
                             std::string_view) {
  const auto number = value.integer();
  if (!number || *number < 0) {
    errors_->wrong_type(fmt::format("`{}` must be a whole number, 0 or more", key), span(value),
                        number ? "negative" : kind_of(value));
    return;
  }
  out = {*number, span(value)};
}

void ValueReader::read_value(std::string_view key, const Value& value, Allowed, WrittenBool& out,
                             std::string_view) {
  if (const auto boolean = value.boolean()) {
    out = {*boolean, span(value)};
    return;
  }
  wrong_shape(fmt::format("`{}` must be true or false", key), value);
}

void ValueReader::read_value(std::string_view key, const Value& value, Allowed, DutyEntries& out,
                             std::string_view entry_key) {
  out.span = span(value);
  const auto list = value.list();
  if (!list) {
    read_entry(key, value, out, entry_key);
    return;
  }
  for (const Value& element : *list) {
    if (errors_->enough()) return;
    read_entry(key, element, out, entry_key);
  }
}

void ValueReader::read_entry(std::string_view key, const Value& value, DutyEntries& out,
                             std::string_view entry_key) {
  DutyEntry entry;
  const auto table = value.table();
  if (!table) {
    if (value.is_number()) {  // no duty is called by one
      wrong_shape(fmt::format("`{}` must be a string", key), value, help_for(key, value));
    } else if (read_text(key, value, {}, entry.what)) {
      out.push_back(std::move(entry));
    }
    return;
  }
  const std::string where = fmt::format("an entry of `{}`", key);
  KeysOf keys(*table);
  for (const auto& [name, inner] : *table) {
    if (name.text == entry_key) {
      read_text(entry_key, inner, {}, entry.what);
    } else if (name.text == "scope") {
      read_value("scope", inner, {}, entry.scope, {});
    } else {
      errors_->unknown_key(name.text, span(name), where, {entry_key, "scope"},
                           [&](std::string_view word) { return keys.contain(word); });
    }
  }
  if (entry.what.given() && entry.scope.given() && entry.scope.empty()) {
    names_nothing("scope", *table, "leave `scope` out where the entry is for all scopes");
  } else if (entry.what.given()) {
    out.push_back(std::move(entry));
  } else if (!keys.contain(entry_key)) {
    errors_->missing_key(entry_key, where, span(*table));
  }
}

void ValueReader::names_nothing(std::string_view key, const Table& table, std::string help) {
  for (const auto& [name, value] : table) {
    if (name.text != key) continue;
    const auto list = value.list();
    if (!list || !list->empty()) return;  // told already
    errors_->wrong_type(fmt::format("`{}` is an empty list, which names nothing", key), span(value),
                        "nothing in it", std::move(help));
  }
}

bool ValueReader::read_text(std::string_view key, const Value& value, Allowed allowed, Text& out) {
  auto text = value.text();
  if (!text && value.is_number() && allowed.empty()) {
    std::string number(text_.meant().text_of(value.node()));
    errors_->miswritten(fmt::format("`{}` must be a string", key), span(value), kind_of(value),
                        "put it in quotes", "put it in quotes", syntax::quoted_string(number));
    out = Text{std::move(number), span(value)};
    return true;
  }
  if (!text) {
    wrong_shape(fmt::format("`{}` must be a string", key), value, help_for(key, value));
    return false;
  }
  if (!errors_->usable(key, *text, span(value), allowed)) return false;
  out = Text{std::move(*text), span(value)};
  return true;
}

}  // namespace rolecall::reading
