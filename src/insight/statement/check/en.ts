export const en = {
  'statement.text_empty': 'The text is empty. Paste the press release or article that is to be checked.',
  'statement.text_too_long':
    'The text has {has, number} letters, {most, number} at most. Paste only the part with the figures.',
  'statement.verdict.borne_out': 'borne out by the records',
  'statement.verdict.contradicted': 'contradicted by the records',
  'statement.verdict.with_denominator': 'only with its denominator and cut-off',
  'statement.verdict.one_of_several': 'one of several counts',
  'statement.verdict.not_checkable': 'cannot be checked',
  'statement.verdict.not_found': 'not in the register',
  'statement.opens': 'Open: {path}',
  'statement.why.of_year': '{n} cards of {year}',
  'statement.why.no_subject': 'No official figure of this register goes by the words of that sentence.',
  'statement.why.no_subject_percent':
    'A percentage without words that point to an official figure of this register; it must say per cent of what.',
  'statement.why.no_figure': 'This register does not keep the figure {indicator} yet.',
  'statement.why.no_denominator': '{label} is a count without a denominator, so there is no percentage of it.',
  'statement.why.count': '{label}: {past, number} ({unit}) as of {asOf}, as known on that day and now.',
  'statement.why.count_then':
    '{label}: {past, number} ({unit}) as of {asOf} as known on that day; now it is {now, number} for the same day.',
  'statement.why.count_now':
    '{label}: {now, number} ({unit}) as of {asOf} as known now; on that day {past, number} were known.',
  'statement.why.count_not': '{label}: {past, number} ({unit}) as of {asOf}, not {value, number}.',
  'statement.why.count_not_then':
    '{label}: {past, number} ({unit}) as of {asOf} as known on that day and {now, number} as known now, not {value, number}.',
  'statement.why.counter': '{label}: {value, number} ({unit}) by the count of {counter}, as of {asOf}.',
  'statement.why.several':
    '{label} were counted by more than one, with different results: {counts}, as of {asOf}. Say who counted.',
  'statement.why.none_of_several': '{label} by each counter: {counts}, as of {asOf}; none has {value, number}.',
  'statement.why.percent':
    '{label}: {numerator, number} of {denominator, number} ({unit}) as of {asOf}, which is {percent, number, ::.00} %. Say the denominator and the cut-off: other official figures of the same weeks have other denominators.',
  'statement.why.percent_now':
    '{label}: {numerator, number} of {denominator, number} ({unit}) as of {asOf} as known now, which is {percent, number, ::.00} %. Say the denominator and the cut-off.',
  'statement.why.percent_semester':
    '{label}: {numerator, number} ({unit}) as of {asOf}, over {denominator, number} obliged as of {earlier} (end of the semester), which is {percent, number, ::.00} %. Say the denominator and the cut-off.',
  'statement.why.percent_told':
    '{label}: {numerator, number} of {denominator, number} ({unit}) as of {asOf}, which is {percent, number, ::.00} %; denominator and cut-off are said.',
  'statement.why.percent_not':
    '{label}: {numerator, number} of {denominator, number} ({unit}) as of {asOf}, which is {percent, number, ::.00} %, not {value, number, ::.##} %.',
  'statement.why.law': '{law} is on {title}.',
  'statement.why.law_amends': '{law} amends {amends}: {title}.',
  'statement.why.law_unknown': '{named} is not among the laws and regulations that this register rests on.',
  'statement.why.law_another':
    '{its_law} is on {its_title}, not on that. What is meant: {right_law} on {right_title}{amended, select, no {} other {, as amended by {amended}}}.',
  'statement.why.law_wrong':
    'Not {named}. The law or regulation is {right_law} on {right_title}{amended, select, no {} other {, as amended by {amended}}}.',
  'statement.why.years': 'All found cards that could be read were printed in {value}.',
  'statement.why.years_not': 'Not only of {value}: among the found cards that could be read are {others}.',
  'statement.why.years_unread': 'The year of printing of those found cards has not been read from any.',
  'statement.why.years_no_find': 'There is no record of found cards to hold the years {value} against.',
  'statement.why.police':
    "Needs the number of a police report for each case; this text gives none. The register holds a report's number for {reported, number} of {cases, number} cases. The number proves the report, not what the police does.",
  'statement.why.police_none':
    'Needs the number of a police report for each case; this text gives none and the register holds none ({cases, number} cases).',
  'statement.why.police_known': 'Report number {numbers} stands in the record of its case.',
  'statement.why.police_unknown': 'Report number {numbers} stands in the record of no case.',
  'statement.why.planned': 'A target or plan, not a state of things on record.',
  'statement.why.judgement': 'A judgement of persons, their intent or guilt. That is for a court and in no register.',
  'statement.why.weekday': '{on} was another day of the week.',
  'statement.unit.jiwa': 'people',
  'statement.unit.keping': 'cards',
  'statement.unit.lembaga': 'institutions',
  'statement.unit.KK': 'families',
  'statement.unit.permohonan': 'applications',
  'statement.unit.jawaban': 'answers',
  'statement.unit.kantor': 'offices',
  'statement.unit.insiden': 'incidents',
  'statement.unit.rekaman': 'recordings',
  'statement.unit.pencarian': 'searches',
} as const;
