#pragma once
// The tables of the description language as JSON Schema, made from what the reader walks.

#include <string_view>

#include "model/language/language.hpp"
#include "report/json_text.hpp"

namespace rolecall {

/// The beginning of every schema.
Json schema_head(std::string_view title, std::string_view says);

/// A table with the keys that the language gives it, and no others.
template <class T>
Json table_schema(std::string_view says);

/// A list of such tables, `[[name]]`.
template <class T>
Json tables_schema(std::string_view says);

/// `rolecall = 1`.
Json version_schema();

/// `[checks]`: how loud each check is, and the limits.
Json settings_schema();

/// What tables refer to with `#/definitions/`.
Json language_definitions();

}  // namespace rolecall
