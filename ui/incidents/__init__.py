"""Something that happened online, written down for the line manager: six short questions, and a copy to hand over."""
