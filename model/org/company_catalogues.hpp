#pragma once
// The catalogues, the roles and the profile that a company is judged by.

#include <string_view>
#include <vector>

#include "model/language/workspace.hpp"
#include "model/org/org.hpp"
#include "model/org/title.hpp"
#include "model/text/source.hpp"

namespace rolecall {

/// Whether an entry of `company.catalogues` is a file, and not one of rolecall's catalogues.
bool is_catalogue_file(std::string_view entry);

/// Reads the catalogues that are files. Their texts are added to `sources`, so that findings in
/// them have a place. A path that leads elsewhere or cannot be read becomes a finding.
std::vector<CatalogueFile> read_catalogue_files(const CompanyDecl& company, const ReadText& read,
                                                Sources& sources, Findings& findings);

/// Sets the org's profile, catalogues and roles from its document. What is not known becomes a
/// finding; where nothing is left, the default catalogue counts. Gives the titles of the roles
/// that stand in files.
std::vector<TitlePhrases> choose_catalogues(Org& org, std::vector<CatalogueFile> files,
                                            Findings& findings);

}  // namespace rolecall
