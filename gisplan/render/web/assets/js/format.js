// Values of columns as people read them.

function group(number) { return String(number).replace(/\B(?=(\d{3})+$)/g, ","); }

function formatNumber(value) {
  if (Number.isInteger(value)) return (value < 0 ? "−" : "") + group(Math.abs(value));
  const size = Math.abs(value);
  let text = size >= 1000 ? size.toFixed(1) : size >= 1 ? size.toFixed(2) : size.toPrecision(3);
  // A small number's power of ten is not for readers.
  if (text.includes("e")) text = size.toFixed(10).replace(/0+$/, "");
  const [whole, part] = text.replace(/(\.\d*?)0+$/, "$1").split(".");
  return (value < 0 ? "−" : "") + group(whole) + (part ? `.${part}` : "");
}

function stored(values, row) {
  if (Array.isArray(values)) return values[row];
  return values.words[values.of === 0 ? 0 : values.of[row]];
}

// The value of a row in the reader's language; of a pair, the other one where that is missing.
function valueOf(table, name, row) {
  const column = table.columns[name];
  const chinese = stored(column.values, row);
  if (!column.english) return chinese;
  const english = stored(column.english, row);
  return state.lang === "zh" ? (chinese ?? english) : (english ?? chinese);
}

// A value as text; coded ones by their words, where the column or the layer's style has them.
function formatValue(column, value, layer, name) {
  if (value === null || value === undefined) return "—";
  if (typeof value === "boolean") return say(value ? "yes" : "no");
  if (typeof value === "number") return column.year ? String(value) : formatNumber(value);
  const known = [column.words, layer && has(layer.words, name) ? layer.words[name] : {}]
    .find((one) => has(one, value));
  if (known) return say(known[value]);
  return value;
}

function withUnit(column, value, layer, name) {
  const text = formatValue(column, value, layer, name);
  return value === null || value === undefined || !column.unit ? text : `${text} ${say(column.unit)}`;
}

// What a row is called: its label, else the heading of its popup, else its key.
function nameOf(layer, row) {
  const table = data.tables[layer.table];
  for (const name of [layer.label, layer.popup[0], ...Object.keys(table.columns)]) {
    if (!name || !table.columns[name]) continue;
    const value = valueOf(table, name, row);
    if (value !== null && value !== undefined) return formatValue(table.columns[name], value, layer, name);
  }
  return say("untitled");
}

function derivedMark() {
  return make("span.derived", { title: say("derivedHint") }, say("derived"));
}

function rangeText(low, high) {
  if (low === null && high === null) return "";
  if (low === null) return `≤ ${formatNumber(high)}`;
  if (high === null) return `> ${formatNumber(low)}`;
  if (low === high) return formatNumber(low);
  return `${formatNumber(low)} – ${formatNumber(high)}`;
}
