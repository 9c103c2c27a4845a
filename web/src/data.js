// The block of data in the page. Many data are deflated; then the page waits for them, else they
// are there at once.

async function unpack(text) {
  if (!window.DecompressionStream) {
    const note =
      "数据较多，请用 2023 年以后的浏览器打开。Many data: please use a browser of 2023 or later.";
    document.getElementById("description").textContent = note;
    throw new Error(note);
  }
  const bytes = Uint8Array.from(window.atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

const block = document.getElementById("gisplan-data");

export const data = JSON.parse(
  block.dataset.packed ? await unpack(block.textContent) : block.textContent,
);

// What tables have in common, such as the outlines of counties, stands in the first of them.
for (const table of Object.values(data.tables ?? {}))
  for (const [part, value] of Object.entries(table))
    if (value?.same) table[part] = data.tables[value.same][part];
