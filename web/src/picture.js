// Charts and the map as pictures: SVG as it stands, PNG drawn from it.

import { svgElement } from "./elements.js";
import { saveFile } from "./files.js";
import { map } from "./map.js";

const PARTS = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "opacity"];

// A copy that does not need the page's style.
export function standalone(svg, width, height) {
  const copy = svg.cloneNode(true);
  const [own, copied] = [[...svg.querySelectorAll("*")], [...copy.querySelectorAll("*")]];
  own.forEach((element, at) => {
    const style = getComputedStyle(element);
    for (const part of PARTS) copied[at].setAttribute(part, style.getPropertyValue(part));
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  return copy;
}

export function svgText(svg) {
  return new XMLSerializer().serializeToString(svg);
}

// Draw a picture of lines and areas as pixels, twice as fine as the screen, on white.
async function pixels(svg, width, height) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * width, 2 * height];
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => {
    canvas.toBlob(done, "image/png");
  });
}

export async function savePng(name, svg, width, height) {
  saveFile(name, "image/png", await pixels(svg, width, height));
}

function words(element, box, size) {
  const style = getComputedStyle(element);
  const text = svgElement("text", {
    x: box.left + box.width / 2,
    y: box.top + box.height / 2,
    "text-anchor": "middle",
    "dominant-baseline": "central",
    "font-family": style.fontFamily,
    "font-size": size ?? style.fontSize,
    "font-weight": style.fontWeight,
    fill: style.color,
    stroke: "#ffffff",
    "stroke-width": 3,
    "paint-order": "stroke",
  });
  text.textContent = element.textContent;
  return text;
}

// The map as it stands in the window: each pane in its turn, its shapes, pictures, marks and names.
export function mapPicture() {
  const frame = map.getContainer().getBoundingClientRect();
  const { x: width, y: height } = map.getSize();
  const place = (element) => {
    const box = element.getBoundingClientRect();
    return {
      left: box.left - frame.left,
      top: box.top - frame.top,
      width: box.width,
      height: box.height,
    };
  };
  const picture = svgElement("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
  });
  const hatches = document.querySelector(".hatches defs");
  if (hatches) picture.append(hatches.cloneNode(true));
  picture.append(svgElement("rect", { width, height, fill: "#e8eef2" }));
  const panes = [...map.getPane("mapPane").querySelectorAll(".leaflet-pane")].sort(
    (a, b) => Number(getComputedStyle(a).zIndex) - Number(getComputedStyle(b).zIndex),
  );
  for (const pane of panes) {
    const group = svgElement("g", { opacity: getComputedStyle(pane).opacity });
    for (const element of pane.children) {
      if (element.classList.contains("leaflet-pane") || element.hidden) continue;
      const box = place(element);
      const at = { x: box.left, y: box.top, width: box.width, height: box.height };
      if (element.tagName === "svg") {
        const inner = element.cloneNode(true);
        inner.removeAttribute("style");
        for (const [name, value] of Object.entries(at)) inner.setAttribute(name, value);
        group.append(inner);
      } else if (element.tagName === "CANVAS" || element.tagName === "IMG") {
        const href = element.tagName === "IMG" ? element.src : element.toDataURL();
        const opacity = element.style.opacity || 1;
        group.append(svgElement("image", { ...at, href, opacity, preserveAspectRatio: "none" }));
      } else if (element.querySelector("svg")) {
        const mark = element.querySelector("svg");
        const inner = mark.cloneNode(true);
        const of = place(mark);
        inner.setAttribute("x", of.left);
        inner.setAttribute("y", of.top);
        inner.setAttribute("overflow", "visible");
        group.append(inner);
      } else if (element.textContent.trim() && box.width) {
        group.append(words(element, box));
      }
    }
    picture.append(group);
  }
  return { picture, width, height };
}
