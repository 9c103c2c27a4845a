// A table edited in place: by mouse, keyboard and paste. What is changed waits in this window until
// the difference was looked at; the office checks it, and nothing is written before.
"use strict";

const grid = document.querySelector("table[data-table]");
if (grid) edit(grid);

function edit(table) {
  const say = (name, count) => table.dataset[name].replace("{0}", count);
  const heads = [...table.tHead.rows[0].cells];
  const columns = heads.map((head) => head.dataset.column);
  const body = table.tBodies[0];
  const dialog = document.querySelector("[data-row-form]");
  const bar = document.querySelector("[data-edits]");
  const told = bar.querySelector("[role=status]");
  const place = `gisplan-table:${table.dataset.table}`;
  let edits = { fingerprint: table.dataset.fingerprint, cells: {}, removed: {}, added: [] };

  // -- what waits ---------------------------------------------------------------------------------
  try {
    const waiting = JSON.parse(sessionStorage.getItem(place));
    // what was kept just now was of the table as it was before; what came since is of this one
    const done = table.dataset.kept && (waiting?.fingerprint !== edits.fingerprint || table.dataset.kept === "nothing");
    if (!done && waiting && waiting.cells && Array.isArray(waiting.added)) edits = waiting;
  } catch {
    sessionStorage.removeItem(place);
  }
  const older = edits.fingerprint !== table.dataset.fingerprint;
  if (table.dataset.kept) {
    history.replaceState(null, "", location.pathname);
    document.querySelector(".language [name=to]").value = location.pathname;
  }

  function keep() {
    const counts = [
      ["sayCells", Object.keys(edits.cells).length],
      ["sayAdded", edits.added.length],
      ["sayRemoved", Object.keys(edits.removed).length],
    ].filter(([, count]) => count);
    bar.hidden = !counts.length;
    told.textContent = counts.map(([name, count]) => say(name, count)).join(document.documentElement.lang === "en" ? ", " : "，");
    if (older && counts.length) told.textContent += ` · ${table.dataset.sayOlder}`;
    if (counts.length) sessionStorage.setItem(place, JSON.stringify(edits));
    else sessionStorage.removeItem(place);
  }

  // A row is told by its number and key; of an older state of the table, by its key.
  const name = (row, column) => JSON.stringify([older ? 0 : +row.dataset.row, row.dataset.key, column]);
  if (older) {
    const renamed = (kept) =>
      Object.fromEntries(
        Object.values(kept).map((item) => [JSON.stringify([0, JSON.stringify(item.key), item.column ?? ""]), item]),
      );
    edits.cells = renamed(edits.cells);
    edits.removed = renamed(edits.removed);
  }

  // -- cells --------------------------------------------------------------------------------------
  const isAdded = (row) => row.dataset.added !== undefined;
  const isRow = (row) => row.dataset.row !== undefined || isAdded(row);
  const first = new WeakMap(); // what a cell held when the page came
  const held = (cell) => cell.dataset.value ?? cell.textContent;
  const words = (column, value) => {
    const field = dialog.querySelector(`[name="${CSS.escape(column)}"]`);
    const options = field?.options ?? field?.list?.options ?? [];
    const option = value && [...options].find((each) => each.value === value);
    return option ? option.textContent : value;
  };
  const put = (cell, column, value) => {
    const shown = words(column, value);
    cell.textContent = shown;
    if (shown === value) delete cell.dataset.value;
    else cell.dataset.value = value;
  };

  function write(cell, value) {
    const row = cell.parentElement;
    const column = columns[cell.cellIndex];
    if (heads[cell.cellIndex].dataset.locked !== undefined) return tell(table.dataset.sayLocked);
    put(cell, column, value);
    if (isAdded(row)) {
      edits.added[row.dataset.added][column] = value;
    } else {
      const id = name(row, column);
      const was = edits.cells[id]?.from ?? first.get(cell) ?? "";
      cell.classList.toggle("edited", value !== was);
      if (value === was) delete edits.cells[id];
      else edits.cells[id] = { row: +row.dataset.row, key: JSON.parse(row.dataset.key), column, from: was, to: value };
    }
    return keep();
  }

  function tell(line) {
    bar.hidden = false;
    told.textContent = line;
  }

  function show(row) {
    const gone = !isAdded(row) && edits.removed[name(row, "")] !== undefined;
    row.classList.toggle("gone", gone);
    row.querySelector("[data-open]").tabIndex = -1; // reached from its first cell, with the arrow to the left
    for (const cell of [...row.cells].slice(1)) {
      const column = columns[cell.cellIndex];
      cell.tabIndex = -1;
      cell.setAttribute("role", "gridcell");
      if (heads[cell.cellIndex].dataset.locked !== undefined) cell.setAttribute("aria-readonly", "true");
      if (!first.has(cell)) first.set(cell, held(cell));
      const waiting = isAdded(row) ? undefined : edits.cells[name(row, column)];
      cell.classList.toggle("edited", waiting !== undefined);
      if (waiting) put(cell, column, waiting.to);
    }
  }

  function addRows() {
    for (const row of body.querySelectorAll("[data-added]")) row.remove();
    edits.added.forEach((item, at) => {
      const row = document.createElement("tr");
      row.dataset.added = at;
      row.className = "added";
      columns.forEach((column, place_) => {
        const cell = document.createElement(place_ ? "td" : "th");
        if (place_) {
          if (heads[place_].classList.contains("number")) cell.className = "number";
          put(cell, column, item[column] ?? "");
        } else {
          cell.scope = "row";
          const button = document.createElement("button");
          button.type = "button";
          button.className = "link";
          button.dataset.open = "";
          button.textContent = `${table.dataset.sayNew} ${at + 1}`;
          cell.append(button);
        }
        row.append(cell);
      });
      body.insertBefore(row, body.rows[at] ?? null);
      show(row);
    });
  }

  for (const row of body.rows) if (isRow(row)) show(row);
  addRows();
  keep();

  // -- moving about: one stop of the tabulator, arrows within -------------------------------------
  let at = [...body.rows].find(isRow)?.cells[1];
  if (at) at.tabIndex = 0;
  function go(cell) {
    if (!cell || cell.cellIndex < 1 || !isRow(cell.parentElement)) return;
    if (at) at.tabIndex = -1;
    at = cell;
    at.tabIndex = 0;
    at.focus();
    at.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
  const step = (cell, down, right) =>
    body.rows[cell.parentElement.sectionRowIndex + down]?.cells[cell.cellIndex + right];

  // -- writing in a cell --------------------------------------------------------------------------
  let open = null;
  function begin(cell, typed) {
    const head = heads[cell.cellIndex];
    if (cell.parentElement.classList.contains("gone")) return;
    if (head.dataset.locked !== undefined) return tell(table.dataset.sayLocked);
    const model = dialog.querySelector(`[name="${CSS.escape(head.dataset.column)}"]`);
    const field = model.cloneNode(true);
    field.value = typed ?? held(cell);
    if (typed === undefined && field.value !== held(cell)) {
      // a cell that holds what is no choice: shown, so that it can be seen
      field.append(new Option(held(cell), held(cell), true, true));
    }
    field.setAttribute("aria-label", head.dataset.title);
    open = { cell, field, shown: cell.textContent };
    cell.classList.add("open");
    cell.replaceChildren(field);
    field.focus();
    if (typed === undefined) field.select?.();
    field.addEventListener("blur", () => end(true));
    field.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.isComposing) return;
      const moves = { Enter: [1, 0], Tab: [0, event.shiftKey ? -1 : 1] }[event.key];
      if (event.key === "Escape" || moves) {
        event.preventDefault();
        end(event.key !== "Escape");
        go(moves ? (step(cell, ...moves) ?? cell) : cell);
      }
    });
    return undefined;
  }
  function end(taken) {
    if (!open) return;
    const { cell, field, shown } = open;
    open = null;
    cell.classList.remove("open");
    const value = field.value.trim();
    cell.textContent = shown;
    if (taken && value !== held(cell)) write(cell, value);
  }

  body.addEventListener("click", (event) => {
    const cell = event.target.closest("td");
    if (cell && cell !== open?.cell) go(cell);
    if (event.target.closest("[data-open]")) openRow(event.target.closest("tr"));
  });
  body.addEventListener("dblclick", (event) => {
    const cell = event.target.closest("td");
    if (cell && !open && isRow(cell.parentElement)) begin(cell);
  });
  body.addEventListener("keydown", (event) => {
    const button = event.target.closest("[data-open]");
    const next = { ArrowUp: -1, ArrowDown: 1, ArrowRight: 0 }[event.key];
    if (!button || next === undefined) return;
    event.preventDefault();
    const row = body.rows[button.closest("tr").sectionRowIndex + next];
    if (next) row?.querySelector("[data-open]")?.focus();
    else go(row.cells[1]);
  });
  body.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td");
    if (!cell || open || event.altKey || event.isComposing) return;
    const arrows = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    const row = cell.parentElement;
    if (event.key === "ArrowLeft" && cell.cellIndex === 1) row.querySelector("[data-open]")?.focus();
    else if (event.key === "Enter" && event.ctrlKey) openRow(row);
    else if (arrows[event.key]) go(step(cell, ...arrows[event.key]));
    else if (event.key === "Home") go((event.ctrlKey ? [...body.rows].find(isRow) : row).cells[1]);
    else if (event.key === "End") go([...(event.ctrlKey ? body.rows[body.rows.length - 1] : row).cells].at(-1));
    else if (event.key === "Enter" || event.key === "F2") begin(cell);
    else if (event.key === "Delete" || event.key === "Backspace") write(cell, "");
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && event.key !== " ") {
      // a list is chosen from, and not typed over
      const closed = heads[cell.cellIndex].dataset.closed !== undefined;
      begin(cell, closed ? undefined : event.key);
    } else return;
    event.preventDefault();
  });

  // -- blocks of cells, as Excel and WPS copy them ------------------------------------------------
  document.addEventListener("copy", (event) => {
    if (document.activeElement !== at || open || String(getSelection())) return;
    event.clipboardData.setData("text/plain", held(at));
    event.preventDefault();
  });
  document.addEventListener("paste", (event) => {
    if (document.activeElement !== at || open) return;
    event.preventDefault();
    const lines = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "").split(/\r?\n/);
    const from = at;
    lines.forEach((line, down) => {
      line.split("\t").forEach((value, right) => {
        const cell = step(from, down, right);
        if (cell && isRow(cell.parentElement) && held(cell) !== value.trim()) write(cell, value.trim());
      });
    });
  });

  // -- a whole row, in a form ---------------------------------------------------------------------
  function openRow(row) {
    const title = dialog.querySelector("h2");
    title.textContent = row?.dataset.row ? title.dataset.there.replace("{0}", row.dataset.row) : title.dataset.new;
    for (const field of dialog.querySelectorAll("[name]")) {
      const cell = row?.cells[columns.indexOf(field.name)];
      field.value = cell ? held(cell) : "";
      if (cell && field.value !== held(cell)) field.append(new Option(held(cell), held(cell), true, true));
    }
    const gone = Boolean(row?.classList.contains("gone"));
    dialog.querySelector("[data-remove]").hidden = !row || gone;
    dialog.querySelector("[data-restore]").hidden = !gone;
    dialog.returnValue = "";
    dialog.onclose = () => rowDone(row, dialog.returnValue);
    dialog.showModal();
    dialog.querySelector("[name]:required, [name=name_zh], [name]").focus();
  }
  function rowDone(row, wanted) {
    const fields = [...dialog.querySelectorAll("[name]")];
    if (wanted === "take" && !row) {
      const item = Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]).filter(([, v]) => v));
      if (Object.keys(item).length) edits.added.push(item);
      addRows();
    } else if (wanted === "take") {
      for (const field of fields) {
        const cell = row.cells[columns.indexOf(field.name)];
        if (held(cell) !== field.value.trim()) write(cell, field.value.trim());
      }
    } else if (wanted === "remove" && isAdded(row)) {
      edits.added.splice(row.dataset.added, 1);
      addRows();
    } else if (wanted === "remove") {
      edits.removed[name(row, "")] = { row: +row.dataset.row, key: JSON.parse(row.dataset.key) };
      show(row);
    } else if (wanted === "restore") {
      delete edits.removed[name(row, "")];
      show(row);
    }
    keep();
    (row?.isConnected ? row.querySelector("[data-open]") : document.querySelector("[data-add]")).focus();
  }
  const adder = document.querySelector("[data-add]");
  adder.hidden = false;
  adder.addEventListener("click", () => openRow(null));

  // -- what goes to the office --------------------------------------------------------------------
  bar.addEventListener("submit", () => {
    end(true);
    const { fingerprint, added } = edits;
    const sent = { fingerprint, added, cells: Object.values(edits.cells), removed: Object.values(edits.removed) };
    bar.querySelector("[name=edits]").value = JSON.stringify(sent);
  });
  bar.querySelector("[data-drop-edits]").addEventListener("click", () => {
    sessionStorage.removeItem(place);
    location.reload();
  });
}
