// The verdicts as a table for spreadsheets (RFC 4180).

#include "model/text/name_bytes.hpp"
#include "model/text/text.hpp"
#include "report/format.hpp"
#include "report/identity.hpp"
#include "report/terminal.hpp"

namespace rolecall {
namespace {

/// What a spreadsheet takes for a formula by its first sign, also in the full width of East Asian
/// ones (＝ ＋ － ＠), whatever blanks stand before it.
bool begins_formula(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == '\t' || c == '\r') return true;
    if (c == ' ' || c == 0xA0 || c == 0x3000) continue;
    return c == '=' || c == '+' || c == '-' || c == '@' || c == 0xFF1D || c == 0xFF0B ||
           c == 0xFF0D || c == 0xFF20;
  }
  return false;
}

/// A field in quotes. What a spreadsheet would take for a formula gets an apostrophe before it.
std::string field(std::string_view text) {
  std::string out = "\"";
  if (begins_formula(text)) out += '\'';
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == '"') {
      out += "\"\"";
    } else {
      append_printable(out, c);
    }
  }
  return out + '"';
}

std::string_view owner_of(const Org& org, const Duty& duty) {
  switch (duty.owner.kind) {
    case Owner::Kind::shared:
      return "shared";
    case Owner::Kind::contested:
      return "contested";
    case Owner::Kind::role:
      break;
  }
  return org[duty.owner.role].id;
}

/// "cio (Ada Okafor); cto": who is there stands in brackets.
std::string parties(const Org& org, const std::vector<Party>& all) {
  std::string out;
  for (const Party party : all) {
    if (!out.empty()) out += "; ";
    out += org.id(party);
    if (const std::string names = org.names(party); !names.empty()) out += " (" + names + ')';
  }
  return out;
}

std::string write_csv(std::span<const Judgement> judgements, const FormatOptions& options) {
  std::string out = "file,duty,title,owner,area,verdict,accountable,responsible,reason\r\n";
  for (const Judgement& judgement : judgements) {
    if (!is_whole(judgement)) continue;
    const Org& org = *judgement.org;
    const std::string file =
        with_bytes_shown(relative_name(judgement.sources.texts.front().name(), options.folder));
    for (const Verdict& verdict : judgement.coverage) {
      const Duty& duty = org[verdict.duty];
      std::vector<Party> accountable;
      for (const auto* holders : {&verdict.holders, &verdict.paper}) {
        for (const Holder& holder : *holders) accountable.push_back(holder.party);
      }
      bool first = true;
      for (const std::string& value :
           {file, std::string(duty.id), std::string(duty.title), std::string(owner_of(org, duty)),
            std::string(duty.area), std::string(name(verdict.kind)), parties(org, accountable),
            parties(org, verdict.doers),
            verdict.reasons.empty() ? std::string() : verdict.reasons.front()}) {
        if (!first) out += ',';
        first = false;
        out += field(value);
      }
      out += "\r\n";
    }
  }
  return out;
}

/// See `Format::is_report`.
bool is_csv(std::string_view bytes) {
  return bytes.starts_with("file,duty,title,owner,area,verdict,");
}

}  // namespace

extern const Format csv_format;
const Format csv_format{"csv", "the verdicts as a table", write_csv, is_csv};

}  // namespace rolecall
