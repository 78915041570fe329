#pragma once
// Where the cards of a chart lead to: a template of a web address.

#include <expected>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace rolecall {

class LinkTemplate {
 public:
  /// An address with `{id}` and `{kind}` where a card's own stand: `https://wiki.example/{id}`.
  /// Only http, https, mailto and addresses without a scheme; else what is wrong.
  static std::expected<LinkTemplate, std::string> parse(std::string_view text);

  /// The address for a subject (`position:cio`), whose parts are percent-encoded. Holds nothing
  /// but letters, digits and signs of RFC 3986.
  std::string of(std::string_view subject) const;

 private:
  enum class Part { id, kind };
  std::vector<std::variant<std::string, Part>> parts_;
};

/// The address of a file relative to where the picture is.
std::string address_of_file(std::string_view path);

/// Whether a browser may be led there by a click: one of the addresses above.
bool harmless_address(std::string_view address);

}  // namespace rolecall
