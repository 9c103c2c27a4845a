// How well a name or a code fits what is typed: in Chinese, in pinyin or by its initials, in English.

// Letters as they are typed: small, without accents, blanks and apostrophes.
export function typed(text) {
  return String(text)
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[\s'’ʼ·.-]/g, "");
}

// What is compared of one unit; zh, en, code and pinyin may be null.
export function searchKeys({ zh, en, code, pinyin }) {
  const syllables = (pinyin || "").split(" ").map(typed);
  return {
    code: code || "",
    zh: typed(zh ?? ""),
    en: typed(en ?? ""),
    syllables,
    english: String(en ?? "")
      .split(/\s+/)
      .map(typed),
    initials: syllables.map((one) => one.slice(0, 1)).join(""),
  };
}

// How well an entry fits a query that is typed(), the less the better; null if not at all.
export function fitness(entry, query) {
  if (entry.code === query || entry.zh === query || entry.en === query) return 0;
  if (entry.zh.startsWith(query) || entry.code.startsWith(query)) return 1;
  if (entry.en.startsWith(query) || entry.syllables.join("").startsWith(query)) return 2;
  if (query.length > 1 && entry.initials.startsWith(query)) return 3;
  if (entry.english.some((word) => word.startsWith(query))) return 4;
  if (entry.zh.includes(query)) return 5;
  if (entry.syllables.some((_, at) => entry.syllables.slice(at).join("").startsWith(query))) {
    return 6;
  }
  return query.length > 2 && entry.initials.includes(query) ? 7 : null;
}

// Administrative units that begin with what is typed come before all else: 山丹 is 山丹县 before a
// village of just that name.
const UNIT_FIT = 3;
function unitFirst({ entry, fit }) {
  return entry.unit && fit <= UNIT_FIT ? 0 : 1;
}

// The entries that fit best; of equally good ones the shorter name first.
export function bestOf(entries, text, most) {
  const query = typed(text);
  if (!query) return [];
  return entries
    .map((entry) => ({ entry, fit: fitness(entry, query) }))
    .filter((one) => one.fit !== null)
    .sort(
      (a, b) =>
        unitFirst(a) - unitFirst(b) || a.fit - b.fit || a.entry.zh.length - b.entry.zh.length,
    )
    .slice(0, most)
    .map((one) => one.entry);
}
