"""The shell: the window, its rail, header, menus and palette."""
