import { fromServer, toServer } from "../../../../provider/binding/applying/written-form";
import { forms, type Form } from "../../../../provider/binding/file/model";

describe("a value is written for the server", () => {
  it.each<[Form, unknown, unknown]>([
    ["integer", "12", 12],
    ["integer", "-7", -7],
    ["integer", 12, 12],
    ["number", "1.5", 1.5],
    ["number", "-0.25", -0.25],
    ["number", "1e3", 1000],
    ["boolean", "true", true],
    ["boolean", "false", false],
    ["boolean", true, true],
    ["text", 12, "12"],
    ["text", false, "false"],
    ["text", "x", "x"],
    ["iso", 0, "1970-01-01T00:00:00.000Z"],
    ["iso", 1_767_225_600_123, "2026-01-01T00:00:00.123Z"],
    ["seconds", 1_767_225_600_999, 1_767_225_600],
  ])("as %s: %j becomes %j", (form, own, theirs) => {
    expect(toServer(form, own)).toBe(theirs);
  });

  it.each<[Form, unknown]>([
    ["integer", "twelve"],
    ["integer", ""],
    ["integer", " "],
    ["integer", "1.5"],
    ["integer", "0x10"],
    ["integer", "1e3"],
    ["integer", "9007199254740993"],
    ["integer", true],
    ["number", "many"],
    ["number", "1,5"],
    ["number", "Infinity"],
    ["number", false],
    ["boolean", "yes"],
    ["boolean", "constructor"],
    ["boolean", 1],
    ["text", {}],
    ["iso", "2026-01-01"],
    ["iso", 9e15],
    ["seconds", "1767225600"],
  ])("as %s, but not %j", (form, own) => {
    expect(() => toServer(form, own)).toThrow(/ cannot be written as /);
  });

  it("as an integer only if the digits can come back", () => {
    expect(() => toServer("integer", "01234")).toThrow("its value cannot be written as an integer");
  });

  it.each(forms)("as %s: a list in each of its items, and null as null", (form) => {
    expect(toServer(form, null)).toBeNull();
    expect(toServer(form, [])).toEqual([]);
  });

  it("as integers: the items of a list", () => {
    expect(toServer("integer", ["1", ["2"], null])).toEqual([1, [2], null]);
    expect(() => toServer("integer", ["1", "x"])).toThrow("cannot be written");
  });
});

describe("a value of the server is read", () => {
  it.each<[Form, unknown, unknown]>([
    ["integer", 12, "12"],
    ["integer", [1, 2], ["1", "2"]],
    ["number", 1.5, "1.5"],
    ["boolean", true, "true"],
    ["text", "12", 12],
    ["text", "true", true],
    ["text", "false", false],
    ["iso", "1970-01-01T00:00:00Z", 0],
    ["iso", "2026-01-01", 1_767_225_600_000],
    ["iso", "2026-01-01T01:00:00+01:00", 1_767_225_600_000],
    ["iso", "2026-01-01T01:00:00+0100", 1_767_225_600_000],
    ["iso", "2026-01-01T01:00:00+01", 1_767_225_600_000],
    ["iso", "2026-01-01T00:00:00.123456789Z", 1_767_225_600_123],
    ["seconds", 1_767_225_600, 1_767_225_600_000],
    ["seconds", 1_767_225_600.5, 1_767_225_600_500],
  ])("as %s: %j becomes %j", (form, theirs, own) => {
    expect(fromServer(form, theirs)).toEqual(own);
  });

  it("as UTC, on every machine, where a moment has no zone", () => {
    expect(fromServer("iso", "2026-01-01T00:00:00")).toBe(1_767_225_600_000);
    expect(fromServer("iso", "2026-01-01T00:00")).toBe(1_767_225_600_000);
  });

  it.each<[Form, unknown]>([
    ["integer", "12"],
    ["integer", null],
    ["text", ""],
    ["text", "many"],
    ["iso", "yesterday"],
    ["iso", "5"],
    ["iso", "2026-13-45"],
    ["iso", 5],
    ["seconds", "5"],
    ["number", { a: 1 }],
  ])("as %s: %j stays, and the model judges it", (form, theirs) => {
    expect(fromServer(form, theirs)).toEqual(theirs);
  });

  it("never as an id of which the last digits are lost", () => {
    expect(fromServer("integer", JSON.parse("9007199254740993"))).not.toEqual(expect.any(String));
  });
});

describe("a value comes back as it went", () => {
  it.each<[Form, unknown]>([
    ["integer", "12"],
    ["number", "1.5"],
    ["boolean", "false"],
    ["text", 7],
    ["text", true],
    ["iso", 1_767_225_600_123],
    ["seconds", 1_767_225_600_000],
  ])("%s: %j", (form, own) => {
    expect(fromServer(form, toServer(form, own))).toBe(own);
  });
});
