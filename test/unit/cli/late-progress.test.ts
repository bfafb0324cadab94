import { LateProgress } from "../../../provider/cli/late-progress";

describe("work that may be long", () => {
  let written = "";
  const output = { write: (text: string) => (written += text) };
  beforeEach(() => {
    written = "";
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it("is not shown while it takes two seconds or less", () => {
    const progress = new LateProgress(output, "Reading");
    progress.advance("accounts");
    jest.advanceTimersByTime(1_900);
    progress.end();
    jest.advanceTimersByTime(60_000);
    expect(written).toBe("");
  });

  it("is shown once it takes longer, with how far it is", () => {
    const progress = new LateProgress(output, "Reading");
    progress.advance("accounts");
    jest.advanceTimersByTime(20_000);
    progress.end();
    expect(written).toMatch(/\[0:00\] Reading\n\[0:15\] Reading: accounts\n/);
  });
});
