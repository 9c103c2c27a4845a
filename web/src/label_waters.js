// Where the name of a river stands: half way along the longest stretch of it that is seen.

export function waterSpot(paths, bounds) {
  let best = null;
  let longest = 0;
  for (const path of paths) {
    let run = [];
    for (const vertex of [...path, null]) {
      if (vertex && bounds.contains(vertex)) run.push(vertex);
      else {
        const length = lengthOf(run);
        if (length > longest) [best, longest] = [half(run, length), length];
        run = [];
      }
    }
  }
  return best;
}

function lengthOf(run) {
  return run
    .slice(1)
    .reduce((sum, [lat, lng], at) => sum + Math.hypot(lat - run[at][0], lng - run[at][1]), 0);
}

function half(run, length) {
  let rest = length / 2;
  for (let at = 1; at < run.length; at++) {
    const step = Math.hypot(run[at][0] - run[at - 1][0], run[at][1] - run[at - 1][1]);
    if (step >= rest) return run[at];
    rest -= step;
  }
  return run[run.length - 1] ?? null;
}
