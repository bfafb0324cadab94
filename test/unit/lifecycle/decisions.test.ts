import { Decisions } from "../../../provider/lifecycle/decisions";

const part = { subject: "the members of 7", isWhole: false };
const whole = { subject: "the members of 7", isWhole: true };

describe("who decides what", () => {
  it("lets several decide parts of it", () => {
    const decisions = new Decisions();
    expect([decisions.add(part, "a"), decisions.add(part, "b")]).toEqual([undefined, undefined]);
  });

  it("lets nobody else decide what one decides as a whole, in either order", () => {
    const [one, other] = [new Decisions(), new Decisions()];
    one.add(part, "a");
    expect(one.add(whole, "b")).toBe("a");
    other.add(whole, "b");
    expect(other.add(part, "a")).toBe("b");
  });

  it("does not contradict itself, nor what is decided about something else", () => {
    const decisions = new Decisions();
    decisions.add(whole, "a");
    expect(decisions.add(whole, "a")).toBeUndefined();
    expect(decisions.add({ subject: "the members of 8", isWhole: true }, "b")).toBeUndefined();
  });
});
