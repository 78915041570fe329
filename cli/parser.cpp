// The only file that knows CLI11.

#include "cli/parser.hpp"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/common.hpp"
#include "cli/wording.hpp"
#include "report/terminal.hpp"

namespace rolecall {

namespace {

/// CLI11's help with a usage line of ours, which names the positional arguments.
class HelpText : public CLI::Formatter {
 public:
  explicit HelpText(std::string usage) : usage_(std::move(usage)) { column_width(26); }
  std::string make_usage(const CLI::App*, std::string) const override {
    return "\nUsage: " + usage_ + '\n';
  }
  std::string make_positionals(const CLI::App*) const override { return {}; }

 private:
  std::string usage_;
};

UsageError lacks_value(std::string_view option, std::string_view gap, std::string_view value) {
  return {
      fmt::format("{} lacks its value: {}{}{}", printable(option), printable(option), gap, value)};
}

}  // namespace

/// The application is made once it is needed: a command line without options is read without it.
struct Parser::Reader {
  explicit Reader(std::string about) : says(std::move(about)) {}

  std::string says;
  std::vector<std::function<void(CLI::App&)>> steps;  ///< each adds an option
  std::vector<std::string>* files = nullptr;          ///< where all arguments go
};

Parser::Parser(std::string_view says, std::string_view usage, std::string_view footer)
    : reader_(new Reader(std::string(says))),
      text_{{}, std::string(says), std::string(usage), std::string(footer), {}} {
  tell("-h,--help", {}, "This help", false, nullptr);
}

Parser::~Parser() = default;

void Parser::tell(const std::string& names, const std::string& value, const std::string& says,
                  bool several, Offered offered) {
  OptionText& out = text_.options.emplace_back();
  for (std::string_view rest = names; !rest.empty();) {
    const std::string_view name = rest.substr(0, rest.find(','));
    out.names.emplace_back(name);
    rest.remove_prefix(std::min(rest.size(), name.size() + 1));
  }
  out.value = value;
  out.says = says;
  out.several = several;
  out.offered = offered;
}

void Parser::argument(std::string& target, Offered offered) {
  reader_->steps.push_back([&target](CLI::App& app) { app.add_option("argument", target); });
  text_.offered = offered;
}

void Parser::arguments(std::vector<std::string>& target, Offered offered) {
  reader_->steps.push_back([&target](CLI::App& app) { app.add_option("arguments", target); });
  reader_->files = &target;
  text_.offered = offered;
}

void Parser::flag(const std::string& name, bool& target, const std::string& says) {
  reader_->steps.push_back(
      [&target, name, says](CLI::App& app) { app.add_flag(name, target, says); });
  tell(name, {}, says, false, nullptr);
}

void Parser::option(const std::string& names, const std::string& value, std::string& target,
                    const std::string& says, Offered offered) {
  reader_->steps.push_back([&target, names, value, says](CLI::App& app) {
    app.add_option(names, target, says)->type_name(value);
  });
  tell(names, value, says, false, offered);
}

void Parser::option(const std::string& names, const std::string& value,
                    std::optional<std::size_t>& target, const std::string& says) {
  reader_->steps.push_back([&target, names, value, says](CLI::App& app) {
    app.add_option(names, target, says)->type_name(value);
  });
  tell(names, value, says, false, nullptr);
}

void Parser::option(const std::string& names, const std::string& value,
                    std::vector<std::string>& target, const std::string& says, Offered offered) {
  reader_->steps.push_back([&target, names, value, says](CLI::App& app) {
    app.add_option(names, target, says)->type_name(value)->allow_extra_args(false);
  });
  tell(names, value, says, true, offered);
}

/// CLI11 gives `--option=` the next word, which the user meant for something else.
std::optional<UsageError> Parser::empty_value(std::span<const char* const> arguments) const {
  for (const std::string_view argument : arguments) {
    if (argument == "--") break;
    if (!argument.starts_with("--") || !argument.ends_with('=')) continue;
    const std::string_view name = argument.substr(0, argument.size() - 1);
    for (const OptionText& option : text_.options) {
      if (option.value.empty() || option.names.back() != name) continue;
      return lacks_value(argument, "", option.value);
    }
  }
  return std::nullopt;
}

std::optional<Parsed> Parser::read(std::span<const char* const> arguments) {
  const bool plain = std::ranges::none_of(arguments, [](std::string_view argument) {
    return argument.size() > 1 && argument.starts_with('-');
  });
  if (plain && reader_->files != nullptr) {
    reader_->files->assign(arguments.begin(), arguments.end());
    return std::nullopt;
  }
  if (auto wrong = empty_value(arguments)) return std::unexpected(std::move(*wrong));
  CLI::App app(reader_->says);
  app.formatter(std::make_shared<HelpText>(text_.usage));
  app.footer(text_.footer);
  app.set_help_flag("-h,--help", "This help");
  app.allow_extras();
  for (const auto& add : reader_->steps) add(app);
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    app.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    const auto run = [help = app.help()](const Handles& handles) {
      return put(handles, help, exit_clean);
    };
    return Command{run, text_};
  } catch (const CLI::ConversionError& error) {
    // "Could not convert: --jobs = x"
    const std::string_view what = error.what();
    const std::size_t colon = what.find(": ");
    const std::size_t equals = what.find(" = ");
    if (colon == what.npos || equals == what.npos) return usage("{}", printable(what));
    return usage("{} is a number, not {}", printable(what.substr(colon + 2, equals - colon - 2)),
                 rolecall::quoted(what.substr(equals + 3)));
  } catch (const CLI::ArgumentMismatch& error) {
    // "--against: 1 required REV missing"
    const std::string_view what = error.what();
    constexpr std::string_view required = ": 1 required ";
    const std::size_t at = what.find(required);
    if (at == what.npos || !what.ends_with(" missing")) return usage("{}", printable(what));
    std::string_view value = what.substr(at + required.size());
    value.remove_suffix(std::string_view(" missing").size());
    return std::unexpected(lacks_value(what.substr(0, at), " ", value));
  } catch (const CLI::ParseError& error) {
    std::string what = error.what();
    std::ranges::replace(what, '\n', ' ');
    return usage("{}", printable(what));
  }
  for (const std::string& extra : app.remaining()) {
    if (extra == "--") continue;
    if (!extra.starts_with('-')) return usage("one argument too many: {}", rolecall::quoted(extra));
    Words known;
    for (const OptionText& option : text_.options) known.push_back(option.names.back());
    return usage("unknown option {}{}", rolecall::quoted(extra), did_you_mean(extra, known));
  }
  return std::nullopt;
}

}  // namespace rolecall
