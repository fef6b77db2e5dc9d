package org.whatsapppolicy.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page as a person uses it. Waits until what is looked for is there, and fails when it does not come. */
final class Phones {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    Phones(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Opens the phone of somebody in the list. */
    Phones openPhoneOf(String name) {
        await("somebody called " + name, page -> clicked(personCalled(name)));
        await(
                "the phone of " + name,
                page -> page.findElement(By.id("chat-name")).getText().equals(name));
        return this;
    }

    WebElement person(String name) {
        return first("somebody called " + name, page -> page.findElements(personCalled(name)));
    }

    /** The newest message, once it has that text in it. */
    WebElement newest(String text) {
        return first("a newest message with " + text, page -> {
            List<WebElement> all = page.findElements(By.cssSelector("#chat-messages .message"));
            List<WebElement> last = all.subList(Math.max(0, all.size() - 1), all.size());
            return last.stream()
                    .filter(message -> message.getText().contains(text))
                    .toList();
        });
    }

    Phones write(String text) {
        WebElement field = driver.findElement(By.id("write"));
        field.sendKeys(text);
        field.sendKeys(Keys.ENTER);
        return this;
    }

    /** Clicks on a button by what stands on it. */
    Phones click(String label) {
        await("a button " + label, page -> clicked(buttonCalled(label)));
        return this;
    }

    /** Moves the mouse over the newest message, and clicks on a button that turns up beside it. */
    Phones clickOnNewest(String label) {
        await("a message with a button " + label, page -> {
            List<WebElement> all = page.findElements(By.cssSelector("#chat-messages .message"));
            WebElement newest = all.get(all.size() - 1);
            new Actions(driver).moveToElement(newest).perform();
            newest.findElement(By.cssSelector("[aria-label='" + label + "']")).click();
            return true;
        });
        return this;
    }

    /** Presses keys, wherever the focus is. */
    Phones press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    /** Goes on with Tab (or back, with Shift) until the focus is on what the selector names. */
    Phones tabTo(String selector, boolean back) {
        for (int i = 0; i < 80; i++) {
            if (Boolean.TRUE.equals(js("return document.activeElement.matches(arguments[0])", selector))) {
                return this;
            }
            if (back) {
                new Actions(driver)
                        .keyDown(Keys.SHIFT)
                        .sendKeys(Keys.TAB)
                        .keyUp(Keys.SHIFT)
                        .perform();
            } else {
                press(Keys.TAB);
            }
        }
        throw new AssertionError("the focus never came to " + selector);
    }

    WebElement find(String selector) {
        return first(selector, page -> page.findElements(By.cssSelector(selector)));
    }

    /** Waits until an element shows that text. */
    Phones shows(String selector, String text) {
        await(selector + " with " + text, page -> page.findElements(By.cssSelector(selector)).stream()
                .anyMatch(element -> element.getText().contains(text)));
        return this;
    }

    @Nullable
    Object js(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    @Nullable
    Object jsLater(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    void await(String what, Predicate<WebDriver> condition) {
        boolean unused = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(30))
                .ignoring(StaleElementReferenceException.class)
                .ignoring(NoSuchElementException.class)
                .withMessage(() -> "waited for " + what)
                .until(page -> condition.test(page));
    }

    private WebElement first(String what, Function<WebDriver, List<WebElement>> search) {
        List<WebElement> found = new ArrayList<>();
        await(what, page -> found.addAll(search.apply(page)));
        return found.get(0);
    }

    private boolean clicked(By which) {
        driver.findElement(which).click();
        return true;
    }

    private static By personCalled(String name) {
        return By.xpath("//*[@role='option'][.//*[@class='person-name'][text()='" + name + "']]");
    }

    private static By buttonCalled(String label) {
        return By.xpath("//button[normalize-space(.)='" + label + "' or @aria-label='" + label + "']");
    }
}
