import { ownOperations } from "../../../provider/binding/pulling/contract-operations";
import { judge } from "../../../tools/renamings/judge";
import { renamed } from "../../../tools/renamings/rename";

const judged = [5, 11, 26].map(judge);

it("made-up platforms have objects that only a list shows", () => {
  expect(judged.some(({ composed }) => composed > 0)).toBe(true);
});

describe.each(judged)("the platform that was made up from seed $seed", ({ seed, operations, fields, wrong }) => {
  it("is never bound wrongly", () => {
    expect(wrong).toEqual([]);
  });

  it("is bound to a good part without a person", () => {
    expect(operations.bound / operations.all).toBeGreaterThan(0.3);
    expect(fields.bound / fields.all).toBeGreaterThan(0.8);
  });

  it("differs from the provider's contract", () => {
    const { places } = renamed(seed);
    const own = ownOperations().map(({ operation: { key, method, service, path } }) => [
      key,
      `${method} ${service.basePath}${path}`,
    ]);
    expect(places.size).toBeLessThan(own.length);
    expect(own.filter(([key = "", place]) => places.get(key) === place).length).toBeLessThan(own.length / 2);
  });

  it("is the same each time", () => {
    expect(renamed(seed)).toEqual(renamed(seed));
  });
});
