import type { Line } from "../../../functions/store/line-item.ts";

const nothing = {
  granted: 0,
  paid: {},
  toPay: 0,
  toRecover: 0,
  recovered: 0,
  committed: 0,
};

/** A line of a case in a call, by the case's identifier. */
export const one = (id: string, more: Partial<Line> = {}): Line => ({
  ref: `case#${id}`,
  callId: "demo",
  process: "foreign-internship",
  email: "",
  name: id,
  school: "Mokykla",
  municipality: "Vilniaus m.",
  post: "teacher",
  submittedAt: "2027-01-10T08:00:00.000Z",
  day: "2027-01-10",
  state: "review",
  ended: false,
  stays: [],
  moved: [],
  sums: nothing,
  asked: [],
  isFunded: false,
  ...more,
});
