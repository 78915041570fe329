#include "model/org/title_lexicon.hpp"

namespace rolecall {

TitleLexicon::TitleLexicon(std::span<const TitlePhrases> more) {
  if (more.empty()) {
    tables_ = catalogue_title_tables();
    return;
  }
  own_.emplace();
  for (const TitlePhrases& role : more) {
    const std::size_t index = role.role.index();
    if (more_names_.size() <= index) more_names_.resize(index + 1);
    more_names_[index] = role.name;
    for (const std::string_view title : role.titles) own_->add_title(index, title);
  }
  tables_ = own_->finish();
}

bool TitleLexicon::look_up(std::string_view title, TitleWords& words) const {
  bool something = false;
  for (TitleWord& word : words) {
    const std::string_view text = title.substr(word.begin, word.end - word.begin);
    word.word = text == "&" || text == "+" ? title_word_and
                                           : tables_.slots[tables_.find(text, word.hash)].word;
    something = something || is(word.word, word_begins);
  }
  return something;
}

std::string_view TitleLexicon::role_name(std::size_t role) const {
  if (role < more_names_.size() && !more_names_[role].empty()) return more_names_[role];
  return role < catalogue_roles().size() ? catalogue_roles()[role].name : std::string_view();
}

}  // namespace rolecall
