import assert from 'node:assert/strict';
import { test } from 'node:test';

import { choiceClasses, classRules } from '../../../components/matrix/table.js';

test('letters on a plain colour have the ink of the class, those on stripes and dots a light ground', () => {
  const [plain, striped, dotted] = classRules([
    { code: 'l', name: 'l', colours: ['#112233'], letters: 'L', ink: '#fefefe' },
    { code: 'l+r', name: 'lr', colours: ['#112233', '#445566'], letters: 'L+R', ink: '#fefefe' },
    { code: 'geen', name: 'geen', colours: [], letters: '?', ink: '#fefefe' },
  ]).split('\n');
  assert.equal(plain, '.c0 { background: #112233; color: #fefefe; } .c0::before { content: "L"; }');
  for (const [rule, letters] of [[striped, 'L+R'], [dotted, '?']]) {
    assert.match(rule, /background: linear-gradient\(#ffffffe6 0 0\) center \/ var\(--ground\) no-repeat, /);
    assert.doesNotMatch(rule, /#fefefe/);
    assert.ok(rule.endsWith(`{ content: "${letters}"; }`));
  }
});

test('a cell bears the names of its class and status', () => {
  assert.equal(choiceClasses([3, 1, '', '', '']), 'c3 s1');
});
