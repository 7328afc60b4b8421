import '../../app/jitless.ts'
import { startWindow } from '../shell/start-window.tsx'

void startWindow()
