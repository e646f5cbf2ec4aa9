import { topics } from "./topics.ts";

/** Measures one topic in this process and sends its report to the process that started it. */
const [name = "", flag] = process.argv.slice(2);
const topic = topics.get(name);
if (topic === undefined) throw new Error(`there is no benchmark named ${name}`);
const { measure } = await topic.load();
const report = await measure({ isLong: flag === "--long" });
process.send?.({ report });
