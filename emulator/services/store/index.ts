import { store } from "../../../provider/contract";
import type { Implementation } from "../implement";
import { changing } from "./changing";
import { files } from "./files";
import { links } from "./links";
import { permissions } from "./permissions";
import { properties } from "./properties";
import { reading } from "./reading";
import { sharing } from "./sharing";

const parts = [reading, changing, properties, sharing, files, permissions];

/** All five stores, each with the same handlers. Two of them take files from an address as well. */
export const storeServices: readonly Implementation[] = [
  ...store.stores.flatMap((of) => parts.flatMap((part) => part(of))),
  ...Object.values(store.linkingStores).flatMap(links),
];
