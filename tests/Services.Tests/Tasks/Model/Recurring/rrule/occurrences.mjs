// The occurrences that rrule finds for each case {rule, start, count}, the clock being UTC.
import { readFileSync } from "node:fs";
import rrule from "rrule";

const cases = JSON.parse(readFileSync(0, "utf8"));
const answers = cases.map(({ rule, start, count }) => {
  const occurrences = [];
  if (count > 0) {
    const options = { ...rrule.RRule.parseString(rule), dtstart: new Date(start) };
    new rrule.RRule(options, true).all((date) => occurrences.push(date.toISOString().slice(0, 19)) < count);
  }
  return occurrences;
});
process.stdout.write(JSON.stringify(answers));
