import { expect, test } from 'vitest'
import { signedBy } from '../../../renderer/ui/signature.ts'

test('who and why are sent without the spaces around them, under a command id of their own', () => {
  const first = signedBy(' 王芳 ', '电话核对\n')
  expect(first).toMatchObject({ who: '王芳', reason: '电话核对' })
  expect(signedBy('王芳', '电话核对')?.commandId).not.toBe(first?.commandId)
})

test.each([
  ['', '电话核对'],
  ['王芳', ' '],
])('nothing is signed by “%s” for “%s”', (who, reason) => {
  expect(signedBy(who, reason)).toBeNull()
})
