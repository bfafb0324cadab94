import fs from "node:fs";

/** The most memory that a process had at any time, in MiB; undefined when it is gone. */
export function peakOf(pid) {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readOr("", `/proc/${pid}/status`))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

/**
 * Watches the process in which an engine runs dynamic providers until `stop` is called, which gives its peak. It is read
 * ten times a second; what it takes in the last of these is not seen.
 */
export function watchProvider(engine) {
  let peak = 0;
  const timer = setInterval(() => {
    for (const pid of below(engine)) {
      if (readOr("", `/proc/${pid}/cmdline`).includes("dynamic-provider")) {
        peak = Math.max(peak, peakOf(pid) ?? 0);
      }
    }
  }, 100);
  return {
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}

function below(pid) {
  const children = fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid)
    .map(Number);
  return [...children, ...children.flatMap(below)];
}

function parentOf(pid) {
  const stat = readOr("", `/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

function readOr(otherwise, file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return otherwise;
  }
}
