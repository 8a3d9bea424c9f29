// Prints what failed in a Vitest report, each test with the first lines of its message: node failed-tests.mjs <report.json>
import { readFileSync } from 'node:fs';

const linesOfMessage = 12;
const { testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

function tell(name, message) {
  const told = message.split('\n').slice(0, linesOfMessage).join('\n    ');
  console.log(`- web: ${name}\n    ${told}`);
}

for (const { name, message, assertionResults } of testResults) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  for (const test of failed) tell(test.fullName, test.failureMessages.join('\n'));
  // A file that cannot be loaded has no tests that could have failed.
  if (message && failed.length === 0) tell(name, message);
}
