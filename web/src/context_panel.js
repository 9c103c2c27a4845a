// The part of the panel by which what lies beneath is turned on and off.

import { context, contextShown, showContext } from "./context.js";
import { datum, make, svgElement } from "./elements.js";
import { say } from "./words.js";

function sample(one) {
  const { color, colors, weight, dash } = one.style;
  if (one.geometry === "polygon") {
    return make("span.swatch", {
      style: {
        "--color": Object.values(colors)[0] ?? color,
        "--opacity": 1,
        "--border": "#b9c4cc",
      },
    });
  }
  return svgElement(
    "svg",
    { class: "sample", viewBox: "0 0 24 12", "aria-hidden": "true" },
    svgElement("path", {
      d: "M1 6H23",
      stroke: one.kinds ? "#4f4a55" : color,
      "stroke-width": Math.max(1.2, weight),
      "stroke-dasharray": one.kinds ? "8 3 1.6 3" : dash || "none",
    }),
  );
}

export function contextBox() {
  if (!context.length) return null;
  return make(
    "fieldset.context",
    {},
    make("legend", {}, say("context")),
    [...context].reverse().map((one) => {
      const id = `context-${one.name}`;
      return make(
        "div.layer",
        {},
        make(
          "div.layer-head",
          {},
          make("input", {
            type: "checkbox",
            id,
            checked: contextShown(one),
            onchange: (event) => showContext(one, event.target.checked),
          }),
          make("label", { for: id, dir: "auto" }, datum(say(one.title))),
          sample(one),
        ),
      );
    }),
  );
}
