import { isWrite } from "../../../provider/contract";
import { kinds } from "../../../provider/kinds";

describe.each(kinds.map((kind) => [kind.name, kind] as const))("the operations of %s", (_name, kind) => {
  it("show an object without a write", () => {
    expect(kind.reads.length).toBeGreaterThan(0);
    expect(kind.reads.flat().filter(isWrite)).toEqual([]);
  });

  it("name what sends each field among those of creation and update", () => {
    const calls = [...kind.calls.create, ...kind.calls.update].flat();
    const others = Object.values(kind.inputs)
      .flatMap(({ sentBy = [] }) => sentBy)
      .filter((operation) => !calls.includes(operation))
      .map(({ key }) => key);
    expect(others).toEqual([]);
  });
});
