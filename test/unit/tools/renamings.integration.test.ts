import { ownOperations } from "../../../provider/binding/pulling/contract-operations";
import { judge } from "../../../tools/renamings/judge";
import { renamed } from "../../../tools/renamings/rename";

describe.each([4, 11, 26])("the platform that was made up from seed %i", (seed) => {
  const { operations, fields, wrong } = judge(seed);

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
