import type { Decision } from "../../../../provider/kinds";
import { Decisions } from "../../../../provider/lifecycle/program/decisions";

const part = { subject: "the members of 7", isWhole: false };
const whole = { subject: "the members of 7", isWhole: true };

function contradicting(decisions: Decisions, decision: Decision, origin: string): string | undefined {
  return decisions.contradictionOf(decision, origin)?.origin;
}

describe("the decisions of resources", () => {
  it("let several resources decide parts of a subject", () => {
    const decisions = new Decisions();
    decisions.add(part, "a");
    decisions.add(part, "b");
    expect([contradicting(decisions, part, "a"), contradicting(decisions, part, "b")]).toEqual([undefined, undefined]);
  });

  it("let nobody else decide a subject that one decides as a whole, in either order", () => {
    const [one, other] = [new Decisions(), new Decisions()];
    one.add(part, "a");
    expect(contradicting(one, whole, "b")).toBe("a");
    other.add(whole, "b");
    expect(contradicting(other, part, "a")).toBe("b");
  });

  it("contradict neither themselves nor a decision about another subject", () => {
    const decisions = new Decisions();
    decisions.add(whole, "a");
    expect(contradicting(decisions, whole, "a")).toBeUndefined();
    expect(contradicting(decisions, { subject: "the members of 8", isWhole: true }, "b")).toBeUndefined();
  });

  it("count as handed over at the points that a whole names, and at no other", () => {
    const decisions = new Decisions();
    decisions.add({ ...whole, points: { "user 1": "user" } }, "a");
    const isTakenOver = (origin: string, point?: string) =>
      decisions.isDecidedBesides(origin, { subject: whole.subject, ...(point === undefined ? {} : { point }) });
    expect([isTakenOver("b"), isTakenOver("b", "user 1"), isTakenOver("b", "user 2")]).toEqual([true, true, false]);
    expect(isTakenOver("a", "user 1")).toBe(false);
  });
});
