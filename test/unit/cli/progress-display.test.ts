import { elapsed, ProgressDisplay } from "../../../provider/cli/progress-display";

class Recorder {
  text = "";
  constructor(
    readonly isTTY: boolean,
    readonly columns = 40,
  ) {}
  write(text: string): void {
    this.text += text;
  }
}

it.each([
  [0, "0:00"],
  [9_999, "0:09"],
  [125_000, "2:05"],
  [3_725_000, "1:02:05"],
])("%i milliseconds are shown as %s", (milliseconds, shown) => {
  expect(elapsed(milliseconds)).toBe(shown);
});

describe("progress", () => {
  let time = 0;
  const shown = (output: Recorder): ProgressDisplay => new ProgressDisplay(output, () => time);
  beforeEach(() => {
    time = 0;
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it("writes plain lines without a terminal: one for each phase, and now and then one about its progress", () => {
    const output = new Recorder(false);
    const display = shown(output);
    display.phase("Compiling");
    display.advance("12 of 900 packages compiled");
    time = 15_000;
    jest.advanceTimersByTime(15_000);
    display.end();
    expect(output.text).toBe("[0:00] Compiling\n[0:15] Compiling: 12 of 900 packages compiled\n");
  });

  it("moves one line on a terminal, and keeps it narrower than the terminal", () => {
    const output = new Recorder(true);
    const display = shown(output);
    display.phase("Compiling");
    display.advance("a detail that is much longer than forty columns");
    time = 1_000;
    jest.advanceTimersByTime(250);
    display.end();
    const lines = output.text.split("\r\u001b[K");
    expect(lines[1]).toBe("[0:01] Compiling: a detail that is much");
    expect(lines.every((line) => line.trimEnd().length < 40)).toBe(true);
  });

  it("stops its timer at the end", () => {
    const display = shown(new Recorder(false));
    display.end();
    expect(jest.getTimerCount()).toBe(0);
  });
});
