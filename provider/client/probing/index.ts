export { greet, type Certificate, type Greeting } from "./greeting";
export { lookUp } from "./names";
export { Probe, type Reach } from "./probe";
