export { createClient, type Client, type ItemOf, type UserInfo } from "./client";
export type { Surroundings } from "./exchange";
export { AmbiguousWrite } from "./failures";
export type { Listing } from "./paging";
export { ServerRefusal, type InvalidField } from "./refusal";
export { readSettings, type ConfigSource, type Credentials, type Settings } from "./settings";
export { beginSummary, sharedClient } from "./shared";
export type { Summary } from "./summary-file";
export type { Counts } from "./tally";
