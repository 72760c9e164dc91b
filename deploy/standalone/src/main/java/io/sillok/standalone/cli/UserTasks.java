package io.sillok.standalone.cli;

import io.sillok.standalone.accounts.Accounts;
import io.sillok.standalone.accounts.Login;
import io.sillok.standalone.accounts.RandomPassword;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The commands of `sillok user`, by their names.
final class UserTasks {

    private UserTasks() {}

    static Map<String, Task> all(Surroundings surroundings) {
        Map<String, Task> tasks = new LinkedHashMap<>();
        tasks.put(
                "add",
                new UserTask(
                        surroundings,
                        "Makes an account and says its password, once.",
                        List.of("NAME", "EMAIL"),
                        UserTasks::add));
        tasks.put(
                "roles",
                new UserTask(
                        surroundings,
                        "Gives somebody these roles instead of those they have: user,editor,admin.",
                        List.of("NAME", "ROLES"),
                        UserTasks::roles));
        tasks.put(
                "deactivate",
                new UserTask(
                        surroundings,
                        "Lets somebody do nothing from now on.",
                        List.of("NAME"),
                        (accounts, token, given) -> active(accounts, token, given, false)));
        tasks.put(
                "activate",
                new UserTask(
                        surroundings,
                        "Lets somebody in again.",
                        List.of("NAME"),
                        (accounts, token, given) -> active(accounts, token, given, true)));
        tasks.put(
                "resume-erasure",
                new UserTask(
                        surroundings,
                        "Lets the erasure of a person go on that was suspended.",
                        List.of("ID"),
                        UserTasks::resumeErasure));
        return tasks;
    }

    private static String add(Accounts accounts, String token, List<String> given)
            throws InterruptedException {
        Login login = new Login(given.getFirst(), RandomPassword.next());
        var _ = accounts.register(login, given.get(1));
        return "%s signs in with %s".formatted(login.name(), login.password());
    }

    private static String roles(Accounts accounts, String token, List<String> given)
            throws InterruptedException {
        String name = given.getFirst();
        List<String> roles = List.of(given.get(1).split(",", -1));
        accounts.giveRoles(token, accounts.find(token, name), roles);
        return "%s is %s now".formatted(name, String.join(", ", roles));
    }

    private static String resumeErasure(Accounts accounts, String token, List<String> given)
            throws InterruptedException {
        accounts.resumeErasure(token, given.getFirst());
        return "the erasure of %s goes on".formatted(given.getFirst());
    }

    private static String active(
            Accounts accounts, String token, List<String> given, boolean active)
            throws InterruptedException {
        String name = given.getFirst();
        accounts.setActive(token, accounts.find(token, name), active);
        return active ? name + " may sign in again" : name + " may do nothing any more";
    }
}
