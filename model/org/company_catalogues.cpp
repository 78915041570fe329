#include "model/org/company_catalogues.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/language/read_toml.hpp"
#include "model/text/near_miss.hpp"
#include "model/text/severity_names.hpp"
#include "model/text/text.hpp"

namespace rolecall {
namespace {

/// More would be no catalogue but an attack on the title reader, whose tables count in 16 bits.
constexpr std::size_t max_roles = 500;
constexpr std::size_t max_titles = 500;

Finding refused(const Text& entry, std::string message, std::string label) {
  Finding finding("unknown-reference", std::move(message), entry.span, std::move(label));
  finding.add_subject({Subject::Kind::reference, entry.value});
  return finding;
}

/// A name that is none of `known`.
Finding unknown(const Text& entry, std::string_view key, std::string_view wanted,
                std::span<const std::string_view> known) {
  Finding finding =
      refused(entry, fmt::format("`{}` names {}, which is no {}", key, quoted(entry.value), wanted),
              fmt::format("not a {} that is known", wanted));
  if (const auto near = near_miss(entry.value, known)) offer_word(finding, entry.span, *near);
  finding.notes.push_back(fmt::format("the {}s are {}", wanted, list_of(known, 64)));
  return finding;
}

class Chooser {
 public:
  Chooser(Org& org, std::vector<CatalogueFile> files, Findings& findings)
      : org_(org), files_(std::move(files)), findings_(findings) {}

  std::vector<TitlePhrases> choose() {
    const Profile* profile = read_profile();
    choose_catalogues(profile);
    for (const CatalogueRole& role : catalogue_roles()) {
      org_.roles.push_back({role.id, role.name, role.focus});
    }
    for (const ChosenCatalogue& chosen : org_.catalogues) {
      if (chosen.file == nullptr) continue;
      for (const RoleDecl& decl : chosen.file->roles) add_role(decl);
    }
    const std::string_view usual[] = {"CIO", "CTO"};
    for (const std::string_view id :
         profile != nullptr ? profile->required_roles : Strings(usual)) {
      if (const auto role = org_.role(id)) org_.required_roles.push_back(*role);
    }
    return std::move(phrases_);
  }

 private:
  const Profile* read_profile() {
    const Text& text = org_.document->company.profile;
    if (!text.given()) return nullptr;
    const Profile* profile = find_profile(text.value);
    if (profile == nullptr) {
      std::vector<std::string_view> known;
      for (const Profile& each : profiles()) known.push_back(each.id);
      findings_.push_back(unknown(text, "profile", "profile", known));
      return nullptr;
    }
    org_.profile = profile->id;
    for (const ProfileSeverity& each : profile->severities) {
      org_.profile_severities.emplace_back(each.check, severity_named(each.severity));
    }
    return profile;
  }

  void choose_catalogues(const Profile* profile) {
    const Texts& entries = org_.document->company.catalogues;
    for (const Text& entry : entries) choose_entry(entry);
    if (entries.empty() && profile != nullptr) {
      for (const std::string_view id : profile->catalogues) add(find_catalogue(id));
    }
    if (org_.catalogues.empty()) add(find_catalogue(default_catalogue));
  }

  void choose_entry(const Text& entry) {
    if (is_catalogue_file(entry.value)) {
      const auto file = std::ranges::find(files_, entry.value, &CatalogueFile::path);
      // Named twice, or not there: its reader has said so.
      if (file == files_.end()) return;
      org_.catalogue_files.push_back(std::make_unique<const Document>(std::move(file->document)));
      org_.catalogues.push_back({nullptr, org_.catalogue_files.back().get()});
      files_.erase(file);
      return;
    }
    if (const Catalogue* catalogue = find_catalogue(entry.value)) return add(catalogue);
    std::vector<std::string_view> known;
    for (const Catalogue& each : catalogues()) known.push_back(each.id);
    Finding finding = unknown(entry, "catalogues", "catalogue", known);
    finding.notes.push_back("a file beside the description is written with its `.toml`");
    findings_.push_back(std::move(finding));
  }

  void add(const Catalogue* catalogue) {
    const auto same = [&](const ChosenCatalogue& each) { return each.built_in == catalogue; };
    if (catalogue == nullptr || std::ranges::any_of(org_.catalogues, same)) return;
    org_.catalogues.push_back({catalogue, nullptr});
  }

  /// A role of a file: a new one, or more about one that is known.
  void add_role(const RoleDecl& decl) {
    if (!decl.id.given() || !may_be_id(decl)) return;
    auto known = org_.role(decl.id.value);
    if (!known) {
      known = RoleId(org_.roles.size());
      org_.roles.push_back({decl.id.value, decl.id.value, Focus::both});
    }
    Role& role = org_.roles[known->index()];
    if (decl.name.given()) role.name = decl.name.value;
    if (decl.focus.given()) {
      role.focus = decl.focus.value == "inward"    ? Focus::inward
                   : decl.focus.value == "outward" ? Focus::outward
                                                   : Focus::both;
    }
    TitlePhrases phrases{*known, role.name, {}};
    for (const Text& title : decl.titles) {
      if (++titles_ <= max_titles) phrases.titles.push_back(title.value);
    }
    phrases_.push_back(std::move(phrases));
  }

  /// The id stands in bundles, and beside words that mean no role.
  bool may_be_id(const RoleDecl& decl) {
    const std::string_view id = decl.id.value;
    const auto fits = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             c == '-' || c == '_';
    };
    const bool taken = id == "shared" || id == "contested" || id == "none";
    if (std::ranges::all_of(id, fits) && !taken && phrases_.size() < max_roles) return true;
    findings_.push_back(Finding(
        "wrong-type",
        taken ? fmt::format("`{}` cannot be the id of a role", id)
        : phrases_.size() >= max_roles
            ? fmt::format("more than {} roles", max_roles)
            : fmt::format("a role's id has letters, digits, `-` and `_`, not {}", quoted(id)),
        decl.id.span, "not an id for a role"));
    return false;
  }

  Org& org_;
  std::vector<CatalogueFile> files_;
  Findings& findings_;
  std::vector<TitlePhrases> phrases_;
  std::size_t titles_ = 0;
};

}  // namespace

bool is_catalogue_file(std::string_view entry) {
  return entry.find('/') != entry.npos || entry.ends_with(".toml");
}

std::vector<CatalogueFile> read_catalogue_files(const CompanyDecl& company, const ReadText& read,
                                                Sources& sources, Findings& findings) {
  std::vector<CatalogueFile> out;
  for (const Text& entry : company.catalogues) {
    if (!is_catalogue_file(entry.value)) continue;
    if (std::ranges::find(out, entry.value, &CatalogueFile::path) != out.end()) continue;
    if (leads_out(entry.value)) {
      findings.push_back(
          refused(entry,
                  fmt::format("`catalogues` names {}, which is not beside the description",
                              quoted(entry.value)),
                  "leads out of its folder"));
      findings.back().help_text = "put the file beside the description or in a folder below it";
      continue;
    }
    auto text =
        read ? read(entry.value)
             : std::expected<SourceText, std::string>(std::unexpected("there are no files here"));
    if (!text) {
      findings.push_back(refused(
          entry, fmt::format("`catalogues` names {}, which cannot be read", quoted(entry.value)),
          std::move(text.error())));
      continue;
    }
    const auto index = static_cast<std::uint32_t>(sources.texts.size());
    sources.texts.push_back(std::move(*text));
    ReadResult result = read_catalogue(sources.texts.back(), index);
    std::ranges::move(result.findings, std::back_inserter(findings));
    if (result.document) out.push_back({entry.value, std::move(*result.document)});
  }
  return out;
}

std::vector<TitlePhrases> choose_catalogues(Org& org, std::vector<CatalogueFile> files,
                                            Findings& findings) {
  return Chooser(org, std::move(files), findings).choose();
}

}  // namespace rolecall
