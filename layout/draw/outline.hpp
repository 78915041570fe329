#pragma once
// A chart in words, for pictures that others lay out.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/chart/chart.hpp"

namespace rolecall {

/// Why a chart cannot be told as a tree; nothing where it can.
std::optional<std::string> no_tree(const Chart& chart);

/// Title and subtitle in one clean line.
std::string outline_title(const Chart& chart);

/// What stands on a card, in clean lines: name, title, roles and state, small print, badges with
/// their signs. Long ones end in an ellipsis.
std::vector<std::string> outline(const Card& card);

/// The looks that occur in a chart, each once.
std::vector<Look> looks_of(const Chart& chart);

}  // namespace rolecall
