// Files that the page gives to its reader; nothing leaves the page otherwise.

import { make } from "./elements.js";

// A name that Windows takes, too.
export function fileName(...parts) {
  return parts
    .filter(Boolean)
    .join("_")
    .replace(/[\\/:*?"<>|\s]+/g, "_")
    .slice(0, 100);
}

export function saveFile(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
